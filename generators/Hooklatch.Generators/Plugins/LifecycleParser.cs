using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Plugins;

/// <summary>Reads a class that implements <c>IPluginLifecycle</c>.</summary>
internal static class LifecycleParser
{
    /// <summary>Whether a type is one; an abstract class is a base of one.</summary>
    public static bool IsLifecycle(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.AllInterfaces.Any(candidate => candidate.Is(Names.Lifecycle));

    public static LifecycleModel? Parse(INamedTypeSymbol type, Report? report, CancellationToken cancellation) =>
        CallParser.ParseConstructor(type, report) is { } constructor
            ? new LifecycleModel(type.ToGlobalName(), constructor, new MarkFinder(type.ContainingAssembly, cancellation).Build(type).Found)
            : null;
}
