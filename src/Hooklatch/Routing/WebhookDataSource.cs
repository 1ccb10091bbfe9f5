using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Routing;

/// <summary>
/// What the host's routing sees of the webhooks: one endpoint that stands for all of them, in whose place <see cref="WebhookMatcherPolicy"/> puts
/// the one that a request is for. Whoever lists endpoints finds each of them in <see cref="WebhookListing"/>.
/// </summary>
internal sealed class WebhookDataSource(
    PluginRegistry registry,
    HooklatchOptions options,
    WebhookPipelineFactory pipelines,
    IServiceProvider services
) : EndpointDataSource, IEndpointConventionBuilder
{
    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finalConventions = [];
    private readonly Lock _lock = new();
    private LazyPipeline[]? _lazyPipelines;
    private Collection? _collected;
    private int _isMapped;

    /// <summary>Built anew whenever somebody collects them, and so with everything that the host has said by then.</summary>
    public override IReadOnlyList<Endpoint> Endpoints => EndpointsOf(Collect([], [], services));

    /// <summary>The webhooks as they were collected last.</summary>
    public IReadOnlyList<MappedWebhook> Webhooks =>
        _isMapped == 0 ? [] : (Volatile.Read(ref _collected) ?? Collect([], [], services)).Webhooks;

    /// <summary>Whether they are mapped on a group, which may have a prefix: that shows once its endpoints are built.</summary>
    public bool IsInGroup { get; set; }

    /// <summary>Whether the host serves the webhooks.</summary>
    public bool IsMapped => Volatile.Read(ref _isMapped) != 0;

    /// <summary>Whether this is the first mapping: mapped twice, by whatever groups, every webhook would be ambiguous.</summary>
    public bool TryMap() => Interlocked.Exchange(ref _isMapped, 1) == 0;

    public void Add(Action<EndpointBuilder> convention)
    {
        lock (_lock)
        {
            _conventions.Add(convention);
        }
    }

    public void Finally(Action<EndpointBuilder> finalConvention)
    {
        lock (_lock)
        {
            _finalConventions.Add(finalConvention);
        }
    }

    /// <summary>The set of plugins is fixed when the host is built, so the endpoints never change.</summary>
    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) =>
        context.Prefix.PathSegments.Count == 0
            ? EndpointsOf(Collect(context.Conventions, context.FinallyConventions, context.ApplicationServices))
            : throw new NotSupportedException(
                $"MapHooklatch() serves webhooks at {options.Prefix}/…; map it on the application, not on a group with a prefix. "
                    + "To serve below a prefix, use app.UsePathBase(…)."
            );

    /// <summary>
    /// Every webhook with what the host says of it. It belongs to whoever collects: a part of the application that is collected without its group
    /// is not what requests are matched with.
    /// </summary>
    private Collection Collect(
        IReadOnlyList<Action<EndpointBuilder>> groupConventions,
        IReadOnlyList<Action<EndpointBuilder>> groupFinally,
        IServiceProvider services
    )
    {
        lock (_lock)
        {
            var conventions = new EndpointConventions(
                services,
                [.. groupConventions, .. _conventions],
                [.. _finalConventions.AsEnumerable().Reverse(), .. groupFinally]
            );
            if (_collected?.Conventions.Equals(conventions) is not true)
            {
                _lazyPipelines ??=
                [
                    .. registry.States.SelectMany(plugin => plugin.Webhooks).Select(webhook => new LazyPipeline(webhook, pipelines)),
                ];
                _collected = new Collection(
                    conventions,
                    [
                        .. _lazyPipelines.Select(pipeline => new MappedWebhook(pipeline, conventions)),
                        .. _lazyPipelines.SelectMany(pipeline =>
                            pipeline.Webhook.OwnPaths.Select(path => new MappedWebhook(pipeline, conventions, path))
                        ),
                    ]
                );
            }

            return _collected;
        }
    }

    /// <summary>One endpoint below the prefix, and one for each path that the host gave. The framework tells no case and no slash at the end apart.</summary>
    private Endpoint[] EndpointsOf(Collection collection)
    {
        var table = new WebhookRouteTable(
            options.Prefix,
            collection.Webhooks,
            registry.States.Select(plugin => plugin.Scope),
            RejectionEndpoint.Create(Rejection.Disabled(options.DisabledStatus)),
            RejectionEndpoint.Create(Rejection.NotFound)
        );
        var own = collection
            .Webhooks.Select(webhook => webhook.OwnPath)
            .OfType<string>()
            .DistinctBy(path => new RouteTemplate(path.TrimEnd('/')).Shape, StringComparer.OrdinalIgnoreCase);
        return
        [
            EndpointOf(RoutePatternFactory.Parse(options.Prefix + "/{**rest}"), table),
            .. own.Select(path => EndpointOf(EndpointConventions.Pattern(path), table)),
        ];
    }

    private static Endpoint EndpointOf(RoutePattern pattern, WebhookRouteTable table)
    {
        var builder = new RouteEndpointBuilder(Unreachable, pattern, order: 0) { DisplayName = "Hooklatch" };
        builder.Metadata.Add(table);
        builder.Metadata.Add(new ExcludeFromDescriptionAttribute());
        return builder.Build();
    }

    private static Task Unreachable(HttpContext http) => ResponseWriter.WriteAsync(http, Rejection.NotFound);

    private sealed record Collection(EndpointConventions Conventions, MappedWebhook[] Webhooks);
}
