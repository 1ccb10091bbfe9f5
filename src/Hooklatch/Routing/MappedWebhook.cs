using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>A webhook as the host serves it. Its endpoint is built for the first who asks for it.</summary>
/// <param name="pipeline">What the endpoint calls.</param>
/// <param name="conventions">What the host says of it.</param>
/// <param name="ownPath">The path that the host gave it; <see langword="null"/> for the one that it has.</param>
internal sealed class MappedWebhook(LazyPipeline pipeline, EndpointConventions conventions, string? ownPath = null)
{
    private Endpoint? _endpoint;

    public WebhookEndpoint Webhook => pipeline.Webhook;

    public string? OwnPath => ownPath;

    public Endpoint Endpoint => Volatile.Read(ref _endpoint) ?? Build();

    /// <summary>Without a lock, since conventions are the host's own code; of two that are built at once, one is taken by everybody.</summary>
    private Endpoint Build()
    {
        var built = conventions.Build(pipeline, ownPath);
        return Interlocked.CompareExchange(ref _endpoint, built, null) ?? built;
    }
}
