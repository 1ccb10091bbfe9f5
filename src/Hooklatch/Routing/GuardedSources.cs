using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>The sources of a group, each behind a guard of its own.</summary>
internal sealed class GuardedSources(RouteGuard guard) : List<EndpointDataSource>, ICollection<EndpointDataSource>
{
    /// <summary>What is mapped comes in here; the group itself reads the list as it is.</summary>
    void ICollection<EndpointDataSource>.Add(EndpointDataSource item)
    {
        RouteGroups.GuardNested(item, guard);
        Add(new GuardedSource(item, guard));
    }
}
