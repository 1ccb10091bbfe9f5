using System.Buffers.Binary;
using System.ComponentModel;
using System.Security.Cryptography;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Signing;
using Hooklatch.Signing.Refusals;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification.Custom;

/// <summary>Runs the verifier of a <see cref="CodeSignatureAttribute"/> within the gates of the pipeline.</summary>
/// <param name="verifier">The verifier.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CodeVerifier(IRequestVerifier verifier) : WebhookVerifier
{
    /// <summary>Builds the verifier that an attribute describes.</summary>
    /// <param name="plugin">The plugin whose configuration holds the settings.</param>
    /// <param name="endpoint">The endpoint as declared.</param>
    /// <param name="attribute">The attribute as its author wrote it.</param>
    public static CodeVerifier Create(PluginScope plugin, string endpoint, CodeSignatureAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return new CodeVerifier(attribute.CreateVerifier(new VerifierSettings(plugin, endpoint))) { Attribute = attribute };
    }

    /// <summary>The attribute as its author wrote it, where there is one.</summary>
    internal CodeSignatureAttribute? Attribute { get; init; }

    /// <inheritdoc/>
    public override string Description => verifier.Description;

    /// <inheritdoc/>
    public override string? MissingSecret => verifier.MissingSetting;

    /// <inheritdoc/>
    public override bool VerifiesBody => true;

    /// <inheritdoc/>
    public override ValueTask<Rejection?> CheckHeadersAsync(Delivery context, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(verifier.CheckHeaders(new VerificationRequest(http, context.ReceivedAt))?.Rejection);
    }

    /// <inheritdoc/>
    public override BodyVerification BeginBody(Delivery context, HttpContext http) => new Verification(verifier, http);

    /// <inheritdoc/>
    internal override SenderSigning SigningOf(WebhookSender sender) =>
        Attribute is not ISignable signable ? base.SigningOf(sender)
        : Attribute.SecretSource is not null ? SenderSigning.OfTenants
        : signable.CreateSigner() is not { KeyKind: SignerKeyKind.Secret } signer ? SenderSigning.OfPrivateKey
        : signer.Settings.Count > 0
            ? SenderSigning.Impossible($"It is signed with more than a secret: {string.Join(", ", signer.Settings)}.")
        : new(signer, Attribute.Secret);

    /// <inheritdoc/>
    internal override RefusalExplanation? Explain(Delivery context, HttpContext http, WebhookBody? body) =>
        new()
        {
            Scheme = verifier.Description,
            Guesses =
            [
                new(
                    RefusalCause.Unknown,
                    "The delivery is verified by code of its own, which says no more than that it "
                        + (body is null ? "lacks something or is refused by its headers." : "is refused.")
                ),
            ],
        };

    private sealed class Verification(IRequestVerifier verifier, HttpContext http) : BodyVerification
    {
        /// <summary>Nothing is computed while the body arrives: code sees it whole.</summary>
        public override void Append(ReadOnlySpan<byte> bytes) { }

        internal override async ValueTask<Rejection?> CompleteAsync(Delivery context, WebhookBody body)
        {
            var request = new VerificationRequest(http, context.ReceivedAt, body);
            var verdict = await verifier.VerifyAsync(request, http.RequestAborted);
            if (verdict.Rejection is { } rejected)
            {
                return rejected;
            }

            context.Match(verdict.SecretIndex);
            context.Verdict = verdict;
            // What tells two deliveries apart that claim one unsigned id.
            context.Fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(body.Memory.Span));
            return null;
        }

        protected override void Dispose(bool disposing) { }
    }
}
