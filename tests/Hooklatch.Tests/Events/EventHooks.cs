using System.Text.Json;
using Hooklatch.Signing;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Events;

/// <summary>An endpoint whose deliveries go to one of several handlers. Each answers with its name.</summary>
[Webhook("/events", Methods = ["POST"])]
[GitHubSignature(Secret = nameof(GateConfig.Keys))]
internal static class EventHooks
{
    [OnEvent("push")]
    public static Task<string> Push(JsonElement body) => Task.FromResult(nameof(Push));

    [OnEvent("issues.opened")]
    [OnEvent("issues.reopened")]
    public static Task<string> Opened([FromJson("issue.number")] int number) => Task.FromResult($"{nameof(Opened)} {number}");

    [OnEvent("issues")]
    public static Task<string> Issues(WebhookContext context) => Task.FromResult($"{nameof(Issues)} {context.EventAction}");

    [OnEvent("invoice.*")]
    public static Task<string> Invoice(WebhookContext context) => Task.FromResult($"{nameof(Invoice)} {context.Event}");

    [OnEvent("invoice.payment.*")]
    public static Task<string> Payment(WebhookContext context) => Task.FromResult($"{nameof(Payment)} {context.Event}");
}

/// <summary>An endpoint with a handler for whatever no other takes.</summary>
[Webhook("/events/all")]
[GitHubSignature(Secret = nameof(GateConfig.Keys))]
internal static class CatchingHooks
{
    [OnEvent("push")]
    public static Task<string> Push() => Task.FromResult(nameof(Push));

    [OnEvent("*")]
    public static Task<string> Rest(WebhookContext context) => Task.FromResult($"{nameof(Rest)} {context.Event}");
}

/// <summary>A provider that names its events in the body.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[EventFrom(JsonPath = "event.type|type")]
[DeliveryIdFrom(JsonPath = "id")]
public sealed class BodyEventSignatureAttribute : SignatureAttribute;

[Webhook("/events/body")]
[BodyEventSignature(Secret = nameof(GateConfig.Keys))]
internal static class BodyEventHooks
{
    [OnEvent("message")]
    public static Task<string> Message(WebhookContext context) => Task.FromResult($"{nameof(Message)} {context.DeliveryId}");

    [OnEvent("user.created")]
    public static Task<string> Created(ReadOnlyMemory<byte> body) => Task.FromResult($"{nameof(Created)} {body.Length}");
}

/// <summary>A provider that names its events in the query.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[EventFrom(Query = "topic")]
public sealed class QueryEventSignatureAttribute : SignatureAttribute;

[Webhook("/events/query")]
[QueryEventSignature(Secret = nameof(GateConfig.Keys))]
internal static class QueryEventHooks
{
    [OnEvent("orders/create")]
    public static Task<string> Created() => Task.FromResult(nameof(Created));
}
