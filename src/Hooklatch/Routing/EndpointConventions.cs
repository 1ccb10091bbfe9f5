using Hooklatch.Endpoints;
using Hooklatch.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Hooklatch.Routing;

/// <summary>
/// What the host says of all webhooks at the moment at which its endpoints are collected, for good: what is said later holds for what is collected
/// later. Each endpoint carries its own metadata but is kept out of URL matching: only the exact raw path leads to it.
/// </summary>
/// <param name="Services">The host's services.</param>
/// <param name="First">In the order in which they apply.</param>
/// <param name="Last">What applies after all of those.</param>
internal sealed record EndpointConventions(IServiceProvider Services, Action<EndpointBuilder>[] First, Action<EndpointBuilder>[] Last)
{
    /// <summary>Whether endpoints would be built alike.</summary>
    public bool Equals(EndpointConventions? other) =>
        other is not null && Services == other.Services && First.SequenceEqual(other.First) && Last.SequenceEqual(other.Last);

    public override int GetHashCode() => HashCode.Combine(Services, First.Length, Last.Length);

    /// <param name="pipeline">What the endpoint calls.</param>
    /// <param name="ownPath">The path that the host gave the webhook; <see langword="null"/> for the one that it has.</param>
    public Endpoint Build(LazyPipeline pipeline, string? ownPath)
    {
        var webhook = pipeline.Webhook;
        var path = ownPath ?? webhook.Path;
        var builder = new RouteEndpointBuilder(pipeline.InvokeAsync, Pattern(path), order: 0)
        {
            DisplayName = $"{webhook.MethodList} {path} => {webhook.Target}",
            ApplicationServices = Services,
        };

        builder.Metadata.Add(new SuppressMatchingMetadata());
        builder.Metadata.Add(webhook);
        builder.Metadata.Add(webhook.Plugin);
        if (ownPath is not null)
        {
            builder.Metadata.Add(new WebhookOwnPath(ownPath));
        }

        builder.Metadata.Add(
            new EndpointNameMetadata(
                $"{webhook.MethodList} {webhook.Plugin.Key}{webhook.Template}{(ownPath is null ? "" : $" at {ownPath}")}"
            )
        );
        if (webhook.Methods.Count > 0)
        {
            // The framework checks the method, too, and must let a handshake of the provider through.
            var asked = webhook.Sender.Handshakes.Select(handshake => handshake.Method);
            builder.Metadata.Add(new HttpMethodMetadata([.. webhook.Methods.Union(asked, StringComparer.Ordinal)]));
        }

        // Before the conventions: what a host says outweighs what an author says.
        webhook.AddMetadata(builder.Metadata);
        foreach (var convention in First.Concat(Last))
        {
            convention(builder);
        }

        EndpointFilters.Apply(builder);
        return builder.Build();
    }

    /// <summary>For link generation and descriptions; what matches is decided by the table.</summary>
    public static RoutePattern Pattern(string path) =>
        RouteTemplate.HasParameters(path)
            ? RoutePatternFactory.Parse(path)
            : RoutePatternFactory.Pattern(path, path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Literal));

    private static RoutePatternPathSegment Literal(string segment) => RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(segment));
}
