using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Routing;

/// <summary>One route of a plugin, or whatever else it maps at once: what cannot be built is reported and left out.</summary>
internal sealed class GuardedSource(EndpointDataSource source, RouteGuard guard) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => guard.Build(this, () => source.Endpoints, () => null);

    public override IChangeToken GetChangeToken() => source.GetChangeToken();

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context)
    {
        // The first convention sees the route before anything else of it is run, and knows its name when something fails.
        string? name = null;
        var named = new RouteGroupContext
        {
            Prefix = context.Prefix,
            Conventions = [builder => name = builder.DisplayName, .. context.Conventions],
            FinallyConventions = context.FinallyConventions,
            ApplicationServices = context.ApplicationServices,
        };
        return guard.Build(this, () => source.GetGroupedEndpoints(named), () => name);
    }
}
