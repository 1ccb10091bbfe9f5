using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Inbox;
using Hooklatch.Signing.Refusals;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification;

/// <summary>
/// The verification of one endpoint, in two gates: what the headers alone can tell, before a byte of the body is read, and what needs the
/// body. It keeps no state of a request.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WebhookVerifier
{
    /// <summary>How a sender is verified, in a few words for the start-up report.</summary>
    public abstract string Description { get; }

    /// <summary>The path of the setting that is not configured; <see langword="null"/> when nothing is missing.</summary>
    public virtual string? MissingSecret => null;

    /// <summary>The configured keys that cannot be read.</summary>
    internal virtual IEnumerable<UnreadableKey> UnreadableKeys => [];

    /// <summary>The headers that verify a sender: a token, or a signature and what it covers besides the body.</summary>
    public virtual IReadOnlyList<string> CredentialHeaders => [];

    /// <summary>The query parameter that carries a token.</summary>
    public virtual string? CredentialQuery => null;

    /// <summary>Whether the body is read to verify it.</summary>
    public virtual bool VerifiesBody => false;

    /// <summary>
    /// Whether a header or query parameter of this name proves who the sender is, so that it is not kept with a delivery. What is only signed proves
    /// nothing.
    /// </summary>
    internal virtual bool ProvesWith(string name) => false;

    /// <summary>What tells the secret that verified a delivery from others; <see langword="null"/> where nobody can tell later.</summary>
    internal virtual int? MarkOf(Delivery delivery) => null;

    /// <summary>Says of a delivery that was kept what had verified it.</summary>
    /// <param name="matched">The number of the scheme that it satisfied.</param>
    /// <param name="index">The number of the secret then.</param>
    /// <param name="mark">What <see cref="MarkOf"/> said of it.</param>
    internal virtual InboxVerification Recall(int matched, int? index, int? mark) => new() { Scheme = Description, SecretIndex = index };

    /// <summary>Checks everything that does not need the body.</summary>
    /// <returns>Why the delivery is rejected, or <see langword="null"/>.</returns>
    public virtual ValueTask<Rejection?> CheckHeadersAsync(Delivery context, HttpContext http) => default;

    /// <summary>
    /// The texts of which one was signed for a delivery that is verified, those that are not longer than a bound. Where nothing is known of
    /// what is signed, it is the body.
    /// </summary>
    internal virtual IReadOnlyList<byte[]> SignedTextsOf(Delivery context, HttpContext http, int maxLength) =>
        (context.Received ?? context.Body) is { } body && body.Length <= maxLength ? [body.Memory.ToArray()] : [];

    /// <summary>Explains why a delivery was refused. It decides nothing.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="http">The request.</param>
    /// <param name="body">The body, which is not verified; <see langword="null"/> where the headers were enough to refuse it.</param>
    /// <returns>The explanation; <see langword="null"/> where there is nothing to say.</returns>
    internal virtual RefusalExplanation? Explain(Delivery context, HttpContext http, WebhookBody? body) => null;

    /// <summary>How the host itself signs a request that this verifies.</summary>
    /// <param name="sender">The sender, which knows how its deliveries are named.</param>
    internal virtual SenderSigning SigningOf(WebhookSender sender) =>
        SenderSigning.Impossible("It is verified by code of its own, which does not say how a request is signed.");

    /// <summary>Begins the check of the body, after the headers passed.</summary>
    /// <returns>What the body is fed to, or <see langword="null"/> where the headers alone verify.</returns>
    public virtual BodyVerification? BeginBody(Delivery context, HttpContext http) => null;
}
