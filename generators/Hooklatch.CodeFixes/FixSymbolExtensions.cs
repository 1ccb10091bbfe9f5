using Microsoft.CodeAnalysis;

namespace Hooklatch.CodeFixes;

/// <summary>Extension methods for symbols that only fixes use.</summary>
internal static class FixSymbolExtensions
{
    /// <summary>Whether a method stands for one that an interface declares.</summary>
    public static bool ImplementsInterface(this IMethodSymbol method) =>
        method
            .ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers())
            .Any(member =>
                SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)
            );
}
