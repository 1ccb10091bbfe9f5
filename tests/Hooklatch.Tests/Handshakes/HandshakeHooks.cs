using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Handshakes;

/// <summary>One endpoint for each kind of handshake.</summary>
internal sealed class HandshakeHooks(HandledDeliveries deliveries)
{
    [Webhook("/handshakes/echo", Methods = ["POST"])]
    [EchoSignature(Secret = nameof(GateConfig.Keys))]
    public Task Echo(WebhookContext context) => Record(context);

    [Webhook("/handshakes/echo/every")]
    [EchoSignature(Secret = nameof(GateConfig.Keys))]
    public Task EchoAny(WebhookContext context) => Record(context);

    [Webhook("/handshakes/json", Methods = ["POST"])]
    [JsonEchoSignature(Secret = nameof(GateConfig.Keys))]
    public Task Json(WebhookContext context) => Record(context);

    [Webhook("/handshakes/mac", Methods = ["POST", "PUT"])]
    [ChallengedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Mac(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/handshakes/mac/timestamp", Methods = ["POST"])]
    [RunTogetherSignature(Secret = nameof(GateConfig.Keys))]
    public Task RunTogether(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/handshakes/mac/surrounded", Methods = ["POST"])]
    [SurroundedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Surrounded(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/handshakes/mac/twice", Methods = ["POST"])]
    [TwiceSignature(Secret = nameof(GateConfig.Keys))]
    public Task Twice(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/handshakes/mac/located/{tenant}", Methods = ["POST"])]
    [LocatedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Located(WebhookContext context, ReadOnlyMemory<byte> body) => Record(context);

    [Webhook("/handshakes/mac/signed", Methods = ["POST"])]
    [SignedChallengeSignature(Secret = nameof(GateConfig.Keys))]
    public Task SignedMac(WebhookContext context) => Record(context);

    [Webhook("/handshakes/digest", Methods = ["POST"])]
    [DigestChallengeSignature(Secret = nameof(GateConfig.Keys))]
    public Task Digest(WebhookContext context) => Record(context);

    [Webhook("/handshakes/token", Methods = ["POST"])]
    [SubscribedSignature(Secret = nameof(GateConfig.Keys), VerifyToken = nameof(GateConfig.VerifyToken))]
    public Task Token(WebhookContext context) => Record(context);

    [Webhook("/handshakes/probes", Methods = ["POST"])]
    [ProbedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Probes(WebhookContext context) => Record(context);

    [Webhook("/handshakes/cloudevents", Methods = ["POST"])]
    [CloudEventsSignature(Secret = nameof(GateConfig.Keys))]
    public Task CloudEvents(WebhookContext context) => Record(context);

    [Webhook("/handshakes/install", Methods = ["POST"])]
    [InstallingSignature(Secret = nameof(GateConfig.InstalledSecret))]
    public Task Install(WebhookContext context) => Record(context);

    [Webhook("/handshakes/mac/form", Methods = ["POST"])]
    [ChallengedSignature(Secret = nameof(GateConfig.Keys))]
    [FormEnvelope("payload")]
    public Task MacForm(WebhookContext context) => Record(context);

    [Webhook("/handshakes/condition", Methods = ["POST"])]
    [ConditionSignature(Secret = nameof(GateConfig.Keys))]
    public Task Condition(WebhookContext context) => Record(context);

    [Webhook("/handshakes/value", Methods = ["POST"])]
    [ValueSignature(Secret = nameof(GateConfig.Keys))]
    public Task Value(WebhookContext context) => Record(context);

    [Webhook("/handshakes/half-open", Methods = ["POST"])]
    [HalfOpenSignature(Secret = nameof(GateConfig.Keys))]
    public Task HalfOpen(WebhookContext context) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
