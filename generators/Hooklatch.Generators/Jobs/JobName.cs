using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Jobs;

/// <summary>The names that jobs are stored as.</summary>
internal static class JobName
{
    private const int MaxLength = 100;

    /// <summary>The name of a method's jobs: what its author says, the type of the job, or class and method of one that recurs.</summary>
    public static string Of(IMethodSymbol method, AttributeData attribute) =>
        attribute.Named<string>("Name")
        ?? (
            attribute.AttributeClass.Is(Names.Recurring) ? $"{method.ContainingType.Name}.{method.Name}"
            : method.Parameters is [{ Type: INamedTypeSymbol { Name: var type } }, ..] ? type
            : method.Name
        );

    /// <summary>The name, and those that it had before.</summary>
    public static IEnumerable<string> AllOf(IMethodSymbol method, AttributeData attribute) =>
        (attribute.NamedStrings("Aliases") ?? []).OfType<string>().Prepend(Of(method, attribute)).Distinct(StringComparer.Ordinal);

    public static string? ProblemWith(string name) =>
        name.Length == 0 ? "is empty"
        : name.Length > MaxLength ? $"is longer than {MaxLength} characters"
        : !name.All(IsAllowed) ? "may have letters of ASCII, digits, dots, dashes and underscores only"
        : null;

    private static bool IsAllowed(char letter) =>
        letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_';
}
