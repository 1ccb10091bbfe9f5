using Hooklatch.Signing;
using Hooklatch.Tests.Plugin;
using Hooklatch.Tests.Verification.Code;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Tests.Handshakes;

// Schemes whose handshakes are answered with what a delivery could be signed with.

/// <summary>It answers with a MAC over one and the same text.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, MacOver = "hello", Body = "{mac}")]
public sealed class ConstantMacSignatureAttribute : SignatureAttribute;

/// <summary>What it signs goes on behind the body.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}!")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, MacOver = "{value}!", Body = "{mac}")]
public sealed class TrailingMacSignatureAttribute : SignatureAttribute;

/// <summary>It signs the URL, and answers with a MAC over it.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{url}|{body}")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, MacOver = "{url}|{value}", Body = "{mac}")]
public sealed class UrlMacSignatureAttribute : SignatureAttribute;

/// <summary>A verifier in code, of which nobody knows what is signed: HMAC-SHA256 over the body.</summary>
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, Body = "{mac}")]
public sealed class CodeMacSignatureAttribute : CodeSignatureAttribute
{
    public override IRequestVerifier CreateVerifier(VerifierSettings settings) => new BodyHmacVerifier(settings, Secret);
}

/// <summary>A token vouches for whatever the body is.</summary>
[TokenScheme(Header = "X-Token")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, Body = "{mac}")]
public sealed class TokenMacAttribute : SignatureAttribute;

/// <summary>One endpoint for each of them.</summary>
internal sealed class OracleHooks(HandledDeliveries deliveries)
{
    [Webhook("/oracles/constant", Methods = ["POST"])]
    [ConstantMacSignature(Secret = nameof(GateConfig.Keys))]
    public Task Constant(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/oracles/trailing", Methods = ["POST"])]
    [TrailingMacSignature(Secret = nameof(GateConfig.Keys))]
    public Task Trailing(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/oracles/url", Methods = ["POST"])]
    [UrlMacSignature(Secret = nameof(GateConfig.Keys))]
    public Task Url(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/oracles/code", Methods = ["POST"])]
    [CodeMacSignature(Secret = nameof(GateConfig.Keys))]
    public Task Code(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/oracles/code/form", Methods = ["POST"])]
    [CodeMacSignature(Secret = nameof(GateConfig.Keys))]
    [FormEnvelope("payload")]
    public Task CodeForm(WebhookContext context) => Record(context);

    [Webhook("/oracles/token", Methods = ["POST"])]
    [TokenMac(Secret = nameof(GateConfig.Keys))]
    public Task Token(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
