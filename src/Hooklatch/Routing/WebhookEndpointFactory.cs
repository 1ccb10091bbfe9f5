using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Hooklatch.Routing;

/// <summary>
/// Builds the endpoint of a webhook, with everything that its author and the host say of it. It carries its own metadata but is kept out of URL
/// matching: only the exact raw path leads to it.
/// </summary>
internal sealed class WebhookEndpointFactory(WebhookPipelineFactory pipelines, IServiceProvider services)
{
    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finalConventions = [];
    private RouteGroupContext? _group;
    private int _version;

    /// <summary>Held while something is built: the conventions are the host's own code, and each webhook has one endpoint and one pipeline.</summary>
    public Lock Lock { get; } = new();

    /// <summary>Grows with everything that the host says: an endpoint that was built before, for whoever lists them early, is built anew.</summary>
    public int Version => Volatile.Read(ref _version);

    public WebhookPipelineFactory Pipelines => pipelines;

    /// <summary>Adds what the host says of all webhooks.</summary>
    public void Add(Action<EndpointBuilder> convention)
    {
        _conventions.Add(convention);
        Interlocked.Increment(ref _version);
    }

    /// <summary>Adds what it says last.</summary>
    public void Finally(Action<EndpointBuilder> finalConvention)
    {
        _finalConventions.Add(finalConvention);
        Interlocked.Increment(ref _version);
    }

    /// <summary>Notes the group that the webhooks are mapped on. The framework says it anew whenever it collects endpoints.</summary>
    public void Join(RouteGroupContext group)
    {
        var isKnown =
            _group is not null
            && _group.Conventions.SequenceEqual(group.Conventions)
            && _group.FinallyConventions.SequenceEqual(group.FinallyConventions);
        if (!isKnown)
        {
            _group = group;
            Interlocked.Increment(ref _version);
        }
    }

    public Endpoint Build(WebhookEndpoint entrance)
    {
        var webhook = entrance.Webhook;
        var builder = new RouteEndpointBuilder(entrance.InvokeAsync, Pattern(webhook.Path), order: 0)
        {
            DisplayName = $"{webhook.MethodList} {webhook.Path} => {webhook.Target}",
            ApplicationServices = _group?.ApplicationServices ?? services,
        };

        builder.Metadata.Add(new SuppressMatchingMetadata());
        builder.Metadata.Add(webhook);
        builder.Metadata.Add(webhook.Plugin);
        builder.Metadata.Add(new EndpointNameMetadata($"{webhook.MethodList} {webhook.Plugin.Key}{webhook.Endpoint}"));
        if (webhook.Methods.Count > 0)
        {
            // The framework checks the method, too, and must let a question of the provider through.
            var asked = webhook.Sender.Handshakes.Select(handshake => handshake.Method);
            builder.Metadata.Add(new HttpMethodMetadata([.. webhook.Methods.Union(asked, StringComparer.Ordinal)]));
        }

        // Before the conventions: what a host says outweighs what an author says.
        webhook.AddMetadata(builder.Metadata);
        foreach (var convention in (_group?.Conventions ?? []).Concat(_conventions))
        {
            convention(builder);
        }

        foreach (var convention in _finalConventions.AsEnumerable().Reverse().Concat(_group?.FinallyConventions ?? []))
        {
            convention(builder);
        }

        EndpointFilters.Apply(builder);
        return builder.Build();
    }

    /// <summary>For link generation and descriptions; what matches is decided by the table.</summary>
    private static RoutePattern Pattern(string path) =>
        RouteTemplate.HasParameters(path)
            ? RoutePatternFactory.Parse(path)
            : RoutePatternFactory.Pattern(path, path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Literal));

    private static RoutePatternPathSegment Literal(string segment) => RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(segment));
}
