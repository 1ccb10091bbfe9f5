using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Plugins;

/// <summary>What the methods have in common that the generated manifest calls.</summary>
internal static class PluginMethod
{
    /// <summary>Why generated code cannot call a method, whatever it takes.</summary>
    public static string? Problem(IMethodSymbol method) =>
        !method.IsStatic || method.IsAbstract || method.IsVirtual ? "make it static"
        : method.IsGenericMethod || method.ContainingType.SelfAndContaining().Any(type => type.IsGenericType)
            ? "it is generic, and nothing would say which type arguments to use"
        : !method.IsReachable(out var obstacle) ? $"{obstacle}; make it internal or public"
        : method.ContainingType.IsExtension ? "it stands in an extension block; move it out"
        : !method.ReturnsVoid || method.IsAsync ? "it is called and not waited for; return void"
        : method.Parameters.Any(parameter => parameter.RefKind is not RefKind.None) ? "a parameter is passed by reference"
        : null;
}
