using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>
/// Has a group keep each of its routes apart. ASP.NET Core puts all routes of a group into one source, and one route that cannot be built
/// makes the whole source throw. The group looks for that source among its sources and makes a new one where it finds none: so here they are
/// hidden from it behind a guard each. The type is sealed and its list private, and no interface leads to it; the accessors are bound when the
/// code is compiled, by the runtime or for Native AOT, and search nothing.
/// </summary>
internal static class RouteGroups
{
    private const string GroupSource = "Microsoft.AspNetCore.Routing.RouteGroupBuilder+GroupEndpointDataSource";

    /// <summary>Guards what is mapped in a group from now on.</summary>
    /// <returns>Whether the platform is as this class knows it; otherwise the group is as it was, and its routes fail together.</returns>
    public static bool TryGuard(RouteGroupBuilder group, RouteGuard guard)
    {
        try
        {
            SourcesOf(group) = new GuardedSources(guard);
            return true;
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }

    /// <summary>Guards the routes of a group within a group.</summary>
    public static void GuardNested(EndpointDataSource source, RouteGuard guard)
    {
        try
        {
            if (source.GetType().FullName == GroupSource)
            {
                _ = TryGuard(GroupOf(source), guard);
            }
        }
        catch (MissingMemberException)
        {
            // The group fails as one.
        }
        catch (TypeLoadException)
        {
            // As above.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_dataSources")]
    private static extern ref List<EndpointDataSource> SourcesOf(RouteGroupBuilder group);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_routeGroupBuilder")]
    private static extern ref RouteGroupBuilder GroupOf([UnsafeAccessorType(GroupSource + ", Microsoft.AspNetCore.Routing")] object source);
}
