using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>The type's own <c>BindAsync</c>.</summary>
internal sealed class CustomSource : ParameterSource
{
    public override bool Claims(Candidate candidate) => candidate.IsUnmarked && BindsItself(candidate.Type);

    public override BodyNeed? Body => BodyNeed.Raw;

    public override bool ReadsRequest => true;

    public override string? ProblemLater => "its BindAsync reads the request, which is gone when the handler runs";

    public override ValueSource? CheckedAs => ValueSource.Request;

    public override bool IsAwaited => true;

    public override string? Binding(ParameterModel parameter)
    {
        var bound = $"await {parameter.TypeName.TrimEnd('?')}.BindAsync(delivery.Http)";
        return parameter.IsOptional ? bound : $"binder.Bound({Literal.String(parameter.Key)}, {bound})";
    }

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];

    /// <summary><c>public static ValueTask&lt;T?&gt; BindAsync(HttpContext)</c>, as minimal APIs look for it.</summary>
    private static bool BindsItself(ITypeSymbol type) =>
        type.GetMembers("BindAsync")
            .OfType<IMethodSymbol>()
            .Any(method =>
                method
                    is {
                        IsStatic: true,
                        DeclaredAccessibility: Accessibility.Public,
                        ReturnType: INamedTypeSymbol { TypeArguments: [var bound] }
                    }
                && method.ReturnType.Is(Names.ValueTaskOf)
                && method.Parameters is [{ Type: var request }]
                && request.Is(Names.HttpContext)
                && (SymbolEqualityComparer.Default.Equals(bound, type) || IsNullableOf(bound, type))
            );

    private static bool IsNullableOf(ITypeSymbol type, ITypeSymbol value) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], value);
}
