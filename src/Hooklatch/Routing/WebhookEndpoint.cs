using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>
/// The way into one webhook. Its endpoint, and what a delivery passes behind it, are built for the first one: of a thousand webhooks, a host
/// starts none.
/// </summary>
internal sealed class WebhookEndpoint(WebhookHandler webhook, WebhookEndpointFactory factory)
{
    private volatile Built? _built;
    private volatile WebhookPipeline? _pipeline;

    public WebhookHandler Webhook => webhook;

    public Endpoint Endpoint => _built is { } built && built.Version == factory.Version ? built.Endpoint : Build();

    /// <summary>Receives a delivery.</summary>
    public Task InvokeAsync(HttpContext http) => (_pipeline ?? BuildPipeline()).InvokeAsync(http);

    private Endpoint Build()
    {
        lock (factory.Lock)
        {
            // The version is read first: what the host says meanwhile makes this endpoint out of date, never wrongly current.
            var version = factory.Version;
            if (_built?.Version != version)
            {
                _built = new Built(version, factory.Build(this));
            }

            return _built.Endpoint;
        }
    }

    /// <summary>Once: each pipeline has a share of the host's budget for bodies.</summary>
    private WebhookPipeline BuildPipeline()
    {
        lock (factory.Lock)
        {
            return _pipeline ??= factory.Pipelines.Create(webhook);
        }
    }

    private sealed record Built(int Version, Endpoint Endpoint);
}
