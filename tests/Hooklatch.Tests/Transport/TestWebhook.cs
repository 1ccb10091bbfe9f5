using Hooklatch.Deliveries;
using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Hooklatch.Verification;

namespace Hooklatch.Tests.Transport;

/// <summary>A webhook as the generator would emit it, with a lambda for the author's method.</summary>
internal sealed class TestWebhook(
    PluginScope plugin,
    string endpoint,
    WebhookVerifier verifier,
    Func<WebhookContext, WebhookResult> handle,
    params string[] methods
) : WebhookHandler(plugin, $"{nameof(TransportPlugin)}{endpoint}", endpoint, new TestSender(verifier), methods)
{
    public override string Name => Endpoint;

    public override long MaxBodySize => Limit;

    public override BodyUse BodyUse => Body;

    public long Limit { get; init; } = DefaultMaxBodySize;

    public BodyUse Body { get; init; } = BodyUse.Raw;

    public override ValueTask<WebhookResult> HandleAsync(Delivery delivery) => ValueTask.FromResult(handle(delivery));

    private sealed class TestSender(WebhookVerifier verifier) : WebhookSender(verifier)
    {
        public override string? EventHeader => "X-GitHub-Event";

        public override string? DeliveryIdHeader => "X-GitHub-Delivery";
    }
}
