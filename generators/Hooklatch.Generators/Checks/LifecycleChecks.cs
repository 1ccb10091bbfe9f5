using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>A plugin has one lifecycle, and it outlives every request.</summary>
internal static class LifecycleChecks
{
    public static void Check(INamedTypeSymbol type, PluginIndex index, Report report)
    {
        var first = index.Lifecycles[0];
        if (!SymbolEqualityComparer.Default.Equals(first, type))
        {
            report(Descriptors.SeveralLifecycles, type.Location(), type.Name, first.Name);
        }

        CaptureChecks.CheckClass(type, type.Location(), $"'{type.Name}'", report);
    }
}
