using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Routing;

/// <summary>
/// The endpoints of all webhooks, built on first use when every convention is known. Each carries its own metadata but is kept out of URL
/// matching; <see cref="WebhookMatcherPolicy"/> puts it in place.
/// </summary>
internal sealed class WebhookEndpointDataSource(
    PluginRegistry registry,
    HooklatchOptions options,
    WebhookPipelineFactory pipelines,
    IServiceProvider services
) : EndpointDataSource, IEndpointConventionBuilder
{
    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finalConventions = [];
    private readonly Dictionary<string, RoutePatternPathSegment> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Endpoint> _refusals = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private IReadOnlyList<Endpoint>? _endpoints;
    private int _isMapped;

    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            lock (_lock)
            {
                return _endpoints ??= Build([], [], services);
            }
        }
    }

    /// <summary>Whether this is the first mapping: mapped twice, by whatever groups, every webhook would be ambiguous.</summary>
    public bool TryMap() => Interlocked.Exchange(ref _isMapped, 1) == 0;

    public void Add(Action<EndpointBuilder> convention) => _conventions.Add(convention);

    public void Finally(Action<EndpointBuilder> finalConvention) => _finalConventions.Add(finalConvention);

    /// <summary>The set of plugins is fixed when the host is built, so the endpoints never change.</summary>
    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) =>
        context.Prefix.PathSegments.Count == 0
            ? Build(context.Conventions, context.FinallyConventions, context.ApplicationServices)
            : throw new NotSupportedException(
                "MapHooklatch() serves webhooks at /api/plugin/…; map it on the application, not on a group with a prefix. "
                    + "To serve below a prefix, use app.UsePathBase(…)."
            );

    private IReadOnlyList<Endpoint> Build(
        IReadOnlyList<Action<EndpointBuilder>> groupConventions,
        IReadOnlyList<Action<EndpointBuilder>> groupFinally,
        IServiceProvider services
    )
    {
        var webhooks = registry
            .States.SelectMany(plugin => plugin.Webhooks)
            .Select(webhook => (Webhook: webhook, Endpoint: Build(webhook, groupConventions, groupFinally, services)))
            .ToList();
        var routes = webhooks
            .GroupBy(entry => RouteTemplate.ShapeOf(entry.Webhook.Path), StringComparer.Ordinal)
            .Select(group => new WebhookRoute(group.First().Webhook.Path, [.. group], RefuseMethod))
            .ToArray();
        var plugins = registry.States.Select(plugin => plugin.Scope);
        var table = new WebhookRouteTable(
            routes,
            plugins,
            Refusal.Endpoint(Rejection.Disabled(options.DisabledStatus)),
            Refusal.Endpoint(Rejection.NotFound)
        );
        var entrance = new RouteEndpointBuilder(Unreachable, RoutePatternFactory.Parse(WebhookPath.Prefix + "{**rest}"), order: 0)
        {
            DisplayName = "Hooklatch",
        };
        entrance.Metadata.Add(table);
        entrance.Metadata.Add(new ExcludeFromDescriptionAttribute());
        return [.. webhooks.Select(entry => entry.Endpoint), entrance.Build()];
    }

    private Endpoint Build(
        WebhookHandler webhook,
        IReadOnlyList<Action<EndpointBuilder>> groupConventions,
        IReadOnlyList<Action<EndpointBuilder>> groupFinally,
        IServiceProvider services
    )
    {
        var builder = new RouteEndpointBuilder(new WebhookEntrance(webhook, pipelines).InvokeAsync, Pattern(webhook.Path), order: 0)
        {
            DisplayName = $"{webhook.MethodList} {webhook.Path} => {webhook.Target}",
            ApplicationServices = services,
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
        foreach (var convention in groupConventions.Concat(_conventions))
        {
            convention(builder);
        }

        foreach (var convention in _finalConventions.AsEnumerable().Reverse().Concat(groupFinally))
        {
            convention(builder);
        }

        EndpointFilters.Apply(builder);
        return builder.Build();
    }

    /// <summary>Most paths take the same methods, and so refuse the others alike.</summary>
    private Endpoint RefuseMethod(string allow)
    {
        if (!_refusals.TryGetValue(allow, out var refusal))
        {
            _refusals.Add(allow, refusal = Refusal.Endpoint(Rejection.MethodNotAllowed(allow)));
        }

        return refusal;
    }

    /// <summary>For link generation and descriptions; what matches is decided by the table.</summary>
    private RoutePattern Pattern(string path) =>
        RouteTemplate.HasParameters(path)
            ? RoutePatternFactory.Parse(path)
            : RoutePatternFactory.Pattern(path, path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Literal));

    /// <summary>All paths begin alike, so they share what they begin with.</summary>
    private RoutePatternPathSegment Literal(string segment)
    {
        if (!_segments.TryGetValue(segment, out var literal))
        {
            _segments.Add(segment, literal = RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(segment)));
        }

        return literal;
    }

    private static Task Unreachable(HttpContext http) => ResponseWriter.WriteAsync(http, Rejection.NotFound);
}
