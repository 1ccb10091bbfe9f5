using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>The way into one webhook. What a delivery passes is built for the first one: of a thousand webhooks, a host starts none.</summary>
internal sealed class WebhookEntrance(WebhookHandler webhook, WebhookPipelineFactory pipelines)
{
    private readonly Lock _lock = new();
    private volatile WebhookPipeline? _pipeline;

    public Task InvokeAsync(HttpContext http) => (_pipeline ?? Build()).InvokeAsync(http);

    /// <summary>Once: each pipeline has a share of the host's budget for bodies.</summary>
    private WebhookPipeline Build()
    {
        lock (_lock)
        {
            return _pipeline ??= pipelines.Create(webhook);
        }
    }
}
