using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Plugins;

/// <summary>Reads a <c>[PluginRoutes]</c> method.</summary>
internal static class RoutesMethodParser
{
    /// <returns>The method, or <see langword="null"/> where it cannot be called.</returns>
    public static RoutesMethodModel? Parse(IMethodSymbol method, Report? report, CancellationToken cancellation)
    {
        var problem =
            PluginMethod.Problem(method)
            ?? (
                method.Parameters is [{ Type: var group }] && group.Is(Names.RouteGroup)
                    ? null
                    : "write static void Map(RouteGroupBuilder routes)"
            );
        if (problem is not null)
        {
            report?.Invoke(Descriptors.UncallableMethod, method.Location(), "PluginRoutes", method.Name, problem);
        }

        return problem is null
            ? new RoutesMethodModel(
                $"{method.ContainingType.ToGlobalName()}.{Identifier.Escape(method.Name)}",
                new MarkFinder(method.ContainingAssembly, cancellation).Call(method).Found
            )
            : null;
    }
}
