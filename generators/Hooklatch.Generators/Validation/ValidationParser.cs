using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>Reads what a handler's parameter must satisfy: its own rules, and those of the objects in it.</summary>
internal static class ValidationParser
{
    /// <summary>Reads a parameter, or a member of an <c>[AsParameters]</c> object that is bound like one.</summary>
    /// <param name="target">The parameter or property, which carries the rules.</param>
    /// <param name="type">Its type.</param>
    /// <param name="source">What its value is read from.</param>
    /// <param name="report">Takes the rules that cannot be applied; <see langword="null"/> where nobody asks.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns><see langword="null"/> where there is nothing to check.</returns>
    public static ValidationModel? Parse(
        ISymbol target,
        ITypeSymbol type,
        ValueSource source,
        Action<ValidationProblem>? report,
        CancellationToken cancellation
    )
    {
        var subject = Subject.Of(target, type);
        if (!RuleParser.MayApply(subject) && !ValidatedTypeParser.MayReach(subject.Type))
        {
            // As with most: nothing on it says anything, and there is nothing in it.
            return null;
        }

        var parser = new ValidatedTypeParser(new RuleParser(target.ContainingAssembly, report), source, cancellation);
        var (value, types) = parser.Prune(parser.Parse(subject));
        return value.IsChecked
            ? new ValidationModel
            {
                Method = MethodFor(target),
                Value = value,
                Types = types,
                Policy = source is ValueSource.Json ? NamePolicy.CamelCase : NamePolicy.AsDeclared,
                FileLimit = UploadLimit.Of(subject),
            }
            : null;
    }

    /// <summary>Reads a configuration object, which is checked by itself, under the names of its own properties, internal ones included.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="report">Takes the rules that cannot be applied; <see langword="null"/> where nobody asks.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns><see langword="null"/> where there is nothing to check.</returns>
    public static ValidationModel? ParseObject(INamedTypeSymbol type, Action<ValidationProblem>? report, CancellationToken cancellation)
    {
        var parser = new ValidatedTypeParser(
            new RuleParser(type.ContainingAssembly, report),
            ValueSource.Request,
            cancellation,
            type.ContainingAssembly
        );
        var (value, types) = parser.Prune(parser.ParseObject(type));
        return value.IsChecked
            ? new ValidationModel
            {
                Method = "Check",
                Value = value,
                Types = types,
                Policy = NamePolicy.AsDeclared,
                FileLimit = null,
            }
            : null;
    }

    /// <summary>The name in Pascal case; parameters whose names differ in no more than that are numbered.</summary>
    private static string MethodFor(ISymbol target)
    {
        var names = new NameScope("Rules");
        var siblings = target is IParameterSymbol { ContainingSymbol: IMethodSymbol method } ? method.Parameters : [];
        foreach (var earlier in siblings.TakeWhile(sibling => !SymbolEqualityComparer.Default.Equals(sibling, target)))
        {
            names.Unique(PascalCase(earlier.Name));
        }

        return names.Unique(PascalCase(target.Name));
    }

    private static string PascalCase(string name) =>
        JsonMethodName.Of(name) is { Length: > 0 } pascal && !char.IsDigit(pascal[0]) ? pascal : $"Value{JsonMethodName.Of(name)}";
}
