using System.ComponentModel;

namespace Hooklatch.Verification;

/// <summary>Who a provider is, and how it is set up to send to an endpoint, as <see cref="Signing.SetupAttribute"/> says.</summary>
/// <param name="provider">The provider's name for people.</param>
/// <param name="link">The provider's page.</param>
/// <param name="steps">What to do there, in its order, with the placeholders of the attribute.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SenderSetup(string provider, string link, params string[] steps)
{
    /// <summary>The provider's name for people.</summary>
    public string Provider { get; } = provider;

    /// <summary>The provider's page.</summary>
    public string Link { get; } = link;

    /// <summary>What to do there, with the placeholders <c>{url}</c> and <c>{setting}</c>.</summary>
    public IReadOnlyList<string> Steps { get; } = steps;
}
