using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Plugins;

/// <summary>Reads a <c>[PluginServices]</c> method.</summary>
internal static class ServicesMethodParser
{
    public static ServicesMethodModel? Parse(IMethodSymbol method, Report? report, CancellationToken cancellation)
    {
        var takesConfiguration = method.Parameters.Length == 2;
        if (PluginMethod.Problem(method) is { } problem)
        {
            report?.Invoke(Descriptors.UncallableMethod, method.Location(), "PluginServices", method.Name, problem);
            return null;
        }

        if (
            method.Parameters is not [var services, ..]
            || !services.Type.Is(Names.ServiceCollection)
            || (takesConfiguration && !method.Parameters[1].Type.Is(Names.Configuration))
            || method.Parameters.Length > 2
        )
        {
            const string Expected =
                "write static void Configure(IServiceCollection services), or add an IConfiguration as second parameter";
            report?.Invoke(Descriptors.UncallableMethod, method.Location(), "PluginServices", method.Name, Expected);
            return null;
        }

        return new ServicesMethodModel(
            $"{method.ContainingType.ToGlobalName()}.{Identifier.Escape(method.Name)}",
            takesConfiguration,
            new MarkFinder(method.ContainingAssembly, cancellation).Call(method).Found
        );
    }
}
