using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>The way into one webhook. What a delivery passes is built for the first one: of a thousand webhooks, a host starts none.</summary>
internal sealed class LazyPipeline(WebhookEndpoint webhook, WebhookPipelineFactory pipelines)
{
    private WebhookPipeline? _pipeline;

    public WebhookEndpoint Webhook => webhook;

    public Task InvokeAsync(HttpContext http) => (Volatile.Read(ref _pipeline) ?? Build()).InvokeAsync(http);

    /// <summary>Of two that are built at once, one is taken by everybody: each has a share of the host's budget for bodies.</summary>
    private WebhookPipeline Build()
    {
        var built = pipelines.Create(webhook);
        return Interlocked.CompareExchange(ref _pipeline, built, null) ?? built;
    }
}
