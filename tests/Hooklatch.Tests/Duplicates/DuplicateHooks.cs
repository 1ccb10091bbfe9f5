using Hooklatch.Signing;
using Hooklatch.Tests.Binding;
using Hooklatch.Tests.Events;
using Hooklatch.Tests.Plugin;
using Hooklatch.Tests.Verification;
using Hooklatch.Tests.Verification.Code;
using Hooklatch.Verification.Custom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Tests.Duplicates;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{id}.{body}")]
[DeliveryIdFrom(Header = "X-Id")]
[Acknowledge(200, "success")]
public sealed class AcknowledgedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One", SignedContent = "{id}.{body}")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", SignedContent = "{id}.{body}")]
[DeliveryIdFrom(Header = "X-Id")]
public sealed class TwoSchemeSignatureAttribute : SignatureAttribute;

[TokenScheme(Header = "X-Token")]
[DeliveryIdFrom(Header = "X-Id")]
public sealed class IdentifiedTokenAttribute : SignatureAttribute;

/// <summary>A signed id that several deliveries carry.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}")]
[DeliveryIdFrom(JsonPath = "id", WithSignedText = true)]
public sealed class SharedIdSignatureAttribute : SignatureAttribute;

/// <summary>A verifier in code beside an id that nothing signs: HMAC-SHA256 over the body.</summary>
[DeliveryIdFrom(Header = "X-Id")]
public sealed class CodeIdentifiedSignatureAttribute : CodeSignatureAttribute
{
    public override IRequestVerifier CreateVerifier(VerifierSettings settings) => new BodyHmacVerifier(settings, Secret);
}

/// <summary>Endpoints that tell a delivery from its copies. What their handlers do is up to the test.</summary>
internal sealed class DuplicateHooks(HandledDeliveries deliveries, HandlerScript script)
{
    [Webhook("/duplicates/signed")]
    [IdentifiedSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Signed(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/unsigned")]
    [GitHubSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Unsigned(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/methods", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Posted(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/methods", Methods = ["PUT", "PATCH"])]
    [GitHubSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Put(WebhookContext context, HttpRequest request) => RunAsync(context);

    [Webhook("/duplicates/values")]
    [GitHubSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Values(
        WebhookContext context,
        string? region,
        [FromQuery] int? retry,
        [FromHeader(Name = "X-Tenant")] string? tenant,
        [FromHeader(Name = "X-Slack-Retry-Num")] int? attempt
    ) => RunAsync(context);

    [Webhook("/duplicates/signed-values")]
    [IdentifiedSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> SignedValues(WebhookContext context, string? region, [FromHeader(Name = "X-Tenant")] string? tenant) =>
        RunAsync(context);

    [Webhook("/duplicates/code")]
    [CodeIdentifiedSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Code(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/body")]
    [BodyEventSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Body(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/shared")]
    [SharedIdSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Shared(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/status")]
    [IdentifiedSignature(Secret = nameof(GateConfig.Keys))]
    public async Task<(string?, int)> Status(WebhookContext context)
    {
        await RunAsync(context);
        return (script.Text, script.Status);
    }

    [Webhook("/duplicates/bound")]
    [IdentifiedSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Bound(WebhookContext context, [FromJson("number")] int number) => RunAsync(context);

    [Webhook("/duplicates/off", DetectDuplicates = false)]
    [IdentifiedSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Off(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/token")]
    [IdentifiedToken(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Token(WebhookContext context, ReadOnlyMemory<byte> body) => RunAsync(context);

    [Webhook("/duplicates/schemes")]
    [TwoSchemeSignature(Secret = nameof(GateConfig.Keys))]
    public Task<IResult?> Schemes(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/tenants/{tenant}")]
    [IdentifiedSignature(SecretSource = typeof(TenantSource))]
    public Task<IResult?> Tenant(WebhookContext context) => RunAsync(context);

    [Webhook("/duplicates/acknowledged")]
    [AcknowledgedSignature(Secret = nameof(GateConfig.Keys))]
    public async Task<(string?, int)> Acknowledged(WebhookContext context)
    {
        await RunAsync(context);
        return (script.Text, script.Status);
    }

    private async Task<IResult?> RunAsync(WebhookContext context)
    {
        deliveries.Record(context);
        return await script.RunAsync(context);
    }
}

/// <summary>Handlers among which an event decides that GitHub does not sign.</summary>
[Webhook("/duplicates/events")]
[GitHubSignature(Secret = nameof(GateConfig.Keys))]
internal sealed class DuplicateEventHooks(HandledDeliveries deliveries)
{
    [OnEvent("push")]
    public Task Push(WebhookContext context) => RecordAsync(context);

    [OnEvent("issues.opened")]
    public Task Opened(WebhookContext context) => RecordAsync(context);

    [OnEvent("*")]
    public Task Any(WebhookContext context) => RecordAsync(context);

    private Task RecordAsync(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
