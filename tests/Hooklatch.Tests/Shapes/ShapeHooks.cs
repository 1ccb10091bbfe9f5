using System.Text;
using System.Text.Json;
using Hooklatch.Signing;
using Hooklatch.Tests.Handshakes;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Shapes;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Accepts("text/plain")]
[Acknowledge(202, """{"ok":true}""", ContentType = "application/json")]
[InvalidStatus(401)]
public sealed class ShapedSignatureAttribute : SignatureAttribute;

/// <summary>Endpoints of providers that wrap, label or want answers in a way of their own.</summary>
internal sealed class ShapeHooks(HandledDeliveries deliveries)
{
    [Webhook("/shapes/envelope", MaxBodySize = 1024 * 1024)]
    [FormEnvelope("payload")]
    [EchoSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Envelope([FromJson("action")] string action, [FromJson("text")] string? text, WebhookContext context)
    {
        deliveries.Record(context);
        return Task.FromResult($"{action} {text?.Length ?? 0} {Encoding.UTF8.GetString(context.RawBody.Span[..8])}");
    }

    [Webhook("/shapes/plain")]
    [EchoSignature(Secret = nameof(GateConfig.Keys))]
    public Task Plain(JsonElement body) => Task.CompletedTask;

    [Webhook("/shapes/silent")]
    [ShapedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Silent(JsonElement body) => Task.CompletedTask;

    [Webhook("/shapes/talking")]
    [ShapedSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Talking(JsonElement body) => Task.FromResult("I talk");
}
