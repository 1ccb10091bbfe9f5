using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>A webhook as the host serves it. Its endpoint is built for the first who asks for it.</summary>
/// <param name="pipeline">What the endpoint calls.</param>
/// <param name="conventions">What the host says of it.</param>
internal sealed class MappedWebhook(LazyPipeline pipeline, EndpointConventions conventions)
{
    private Endpoint? _endpoint;

    public WebhookEndpoint Webhook => pipeline.Webhook;

    public Endpoint Endpoint => Volatile.Read(ref _endpoint) ?? Build();

    /// <summary>Without a lock, since conventions are the host's own code; of two that are built at once, one is taken by everybody.</summary>
    private Endpoint Build()
    {
        var built = conventions.Build(pipeline);
        return Interlocked.CompareExchange(ref _endpoint, built, null) ?? built;
    }
}
