using System.ComponentModel;

namespace Hooklatch.Verification;

/// <summary>Accepts deliveries from anyone.</summary>
/// <param name="reason">Why, as <see cref="UnverifiedAttribute"/> states it; <see langword="null"/> where nobody said.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NoVerifier(string? reason) : WebhookVerifier
{
    /// <inheritdoc/>
    public override string Description => reason is null ? "unverified" : $"unverified ({reason})";

    /// <inheritdoc/>
    internal override SenderSigning SigningOf(WebhookSender sender) => new(null, null);
}
