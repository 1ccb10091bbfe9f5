using Hooklatch.Endpoints;
using Hooklatch.Hosting;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Verification;

namespace Hooklatch.Tests.Transport;

/// <summary>A webhook as the generator would emit it, with a lambda for the author's method.</summary>
internal static class TestWebhook
{
    public static WebhookEndpoint Create(
        PluginScope plugin,
        string template,
        WebhookVerifier verifier,
        Func<WebhookContext, WebhookResult> handle,
        string? method = "POST",
        BodyUse body = BodyUse.Raw,
        long limit = WebhookEndpoint.DefaultMaxBodySize
    )
    {
        var target = $"{nameof(TransportPlugin)}{template}";
        var handler = new WebhookHandler(target, target, delivery => ValueTask.FromResult(handle(delivery))) { BodyUse = body };
        string[] methods = method is null ? [] : [method];
        return new WebhookEndpoint(plugin, template, new TestSender(verifier), handler, methods) { Name = template, MaxBodySize = limit };
    }

    private sealed class TestSender(WebhookVerifier verifier) : WebhookSender(verifier)
    {
        public override string? EventHeader => "X-GitHub-Event";

        public override string? DeliveryIdHeader => "X-GitHub-Delivery";
    }
}
