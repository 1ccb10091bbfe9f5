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
/// What the host's routing sees of the webhooks: one endpoint that stands for all of them, in whose place <see cref="WebhookMatcherPolicy"/> puts
/// the one that a request is for. Whoever lists endpoints finds each of them in <see cref="WebhookListing"/>.
/// </summary>
internal sealed class WebhookDataSource(PluginRegistry registry, HooklatchOptions options, WebhookEndpointFactory factory)
    : EndpointDataSource,
        IEndpointConventionBuilder
{
    private readonly Lock _lock = new();
    private IReadOnlyList<Endpoint>? _endpoints;
    private int _isMapped;

    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            lock (_lock)
            {
                return _endpoints ??= [BuildEntrance()];
            }
        }
    }

    /// <summary>The webhooks that are mapped.</summary>
    public IReadOnlyList<WebhookEndpoint> Webhooks
    {
        get
        {
            lock (_lock)
            {
                return _isMapped == 0 ? [] : field ??= [.. registry.States.SelectMany(plugin => plugin.Webhooks).Select(Wrap)];
            }
        }
    }

    /// <summary>Whether this is the first mapping: mapped twice, by whatever groups, every webhook would be ambiguous.</summary>
    public bool TryMap() => Interlocked.Exchange(ref _isMapped, 1) == 0;

    public void Add(Action<EndpointBuilder> convention) => factory.Add(convention);

    public void Finally(Action<EndpointBuilder> finalConvention) => factory.Finally(finalConvention);

    /// <summary>The set of plugins is fixed when the host is built, so the endpoints never change.</summary>
    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context)
    {
        if (context.Prefix.PathSegments.Count > 0)
        {
            throw new NotSupportedException(
                "MapHooklatch() serves webhooks at /api/plugin/…; map it on the application, not on a group with a prefix. "
                    + "To serve below a prefix, use app.UsePathBase(…)."
            );
        }

        factory.Join(context);
        return Endpoints;
    }

    private Endpoint BuildEntrance()
    {
        var table = new WebhookRouteTable(
            Webhooks,
            registry.States.Select(plugin => plugin.Scope),
            Refusal.Endpoint(Rejection.Disabled(options.DisabledStatus)),
            Refusal.Endpoint(Rejection.NotFound)
        );
        var entrance = new RouteEndpointBuilder(Unreachable, RoutePatternFactory.Parse(WebhookPath.Prefix + "{**rest}"), order: 0)
        {
            DisplayName = "Hooklatch",
        };
        entrance.Metadata.Add(table);
        entrance.Metadata.Add(new ExcludeFromDescriptionAttribute());
        return entrance.Build();
    }

    private WebhookEndpoint Wrap(WebhookHandler webhook) => new(webhook, factory);

    private static Task Unreachable(HttpContext http) => ResponseWriter.WriteAsync(http, Rejection.NotFound);
}
