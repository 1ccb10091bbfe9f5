using System.Text.Json;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification;

/// <summary>One endpoint per place of a token.</summary>
internal sealed class TokenHooks(HandledDeliveries deliveries)
{
    [Webhook("/token/header")]
    [SharedToken(Header = "X-Token", Secret = nameof(TestConfig.Token))]
    public Task Header(WebhookContext context) => Record(context);

    [Webhook("/token/bearer")]
    [SharedToken(Header = "Authorization", Prefix = "Bearer ", Secret = nameof(TestConfig.Token))]
    public Task Bearer(WebhookContext context) => Record(context);

    [Webhook("/token/key")]
    [SharedToken(Header = "Authorization", Prefix = "ApiKey-v1 ", Secret = nameof(TestConfig.Token))]
    public Task Key(WebhookContext context) => Record(context);

    [Webhook("/token/prefixed")]
    [SharedToken(Header = "X-Token", Prefix = "sha256=", Secret = nameof(TestConfig.Token))]
    public Task Prefixed(WebhookContext context) => Record(context);

    [Webhook("/token/basic")]
    [BasicToken(Secret = nameof(TestConfig.Token))]
    public Task Basic(WebhookContext context) => Record(context);

    [Webhook("/token/query")]
    [SharedToken(Query = "token", Secret = nameof(TestConfig.Token))]
    public Task Query(WebhookContext context) => Record(context);

    [Webhook("/token/json")]
    [SharedToken(Header = "X-Token", Secret = nameof(TestConfig.Token))]
    public Task Json(WebhookContext context, JsonElement payload) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
