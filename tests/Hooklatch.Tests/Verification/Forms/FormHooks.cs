using System.Text;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Tests.Verification.Forms;

/// <summary>One endpoint for each scheme of a form, and for what its handler takes of it.</summary>
internal sealed class FormHooks(HandledDeliveries deliveries)
{
    [Webhook("/forms/fields", Methods = ["POST"])]
    [FieldsSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Fields(WebhookContext context, [FromForm] string amount, [FromForm] string? note) =>
        Record(context, $"{amount}|{note}");

    [Webhook("/forms/either", Methods = ["POST"])]
    [EitherBodySignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Either(WebhookContext context) => Record(context, "either");

    [Webhook("/forms/two", Methods = ["POST"], MaxBodySize = 3_000_000)]
    [TwoBodiesSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Two(WebhookContext context) => Record(context, "two");

    [Webhook("/forms/one", Methods = ["POST"])]
    [OneFieldSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> One(WebhookContext context) => Record(context, Encoding.UTF8.GetString(context.RawBody.Span));

    [Webhook("/forms/payload", Methods = ["POST"])]
    [PayloadSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Payload(WebhookContext context, [FromJson("text")] string text) => Record(context, text);

    [Webhook("/forms/payload/raw", Methods = ["POST"], MaxBodySize = 3_000_000)]
    [PayloadSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Raw(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context, Encoding.UTF8.GetString(body.Span));

    [Webhook("/forms/payload/field", Methods = ["POST"])]
    [PayloadSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Field(WebhookContext context, [FromForm] string data) => Record(context, data);

    [Webhook("/forms/payload/other", Methods = ["POST"])]
    [PayloadSignature(Secret = nameof(GateConfig.Keys))]
    [FormEnvelope("other")]
    public Task<string> Other(WebhookContext context, [FromJson("text")] string text) => Record(context, text);

    [Webhook("/forms/payload/oracle", Methods = ["POST"])]
    [PayloadOracleSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Oracle(WebhookContext context) => Record(context, "oracle");

    [Webhook("/forms/named", Methods = ["POST"])]
    [NamedFormSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> Named(WebhookContext context) => Record(context, $"{context.Event}|{context.DeliveryId}");

    [Webhook("/forms/named/json", Methods = ["POST"])]
    [NamedJsonSignature(Secret = nameof(GateConfig.Keys))]
    public Task<string> NamedJson(WebhookContext context) => Record(context, $"{context.Event}|{context.EventAction}|{context.DeliveryId}");

    private Task<string> Record(WebhookContext context, string answer)
    {
        deliveries.Record(context);
        return Task.FromResult(answer);
    }
}
