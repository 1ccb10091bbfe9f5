using Hooklatch.Generators.Common;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>A JSON body as a type that a serializer context covers: <c>[FromBody]</c>, and types of somebody's own without an attribute.</summary>
internal sealed class JsonBodySource : ParameterSource
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromBody) || candidate.IsUnmarked && IsOwn(candidate.Type);

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser) =>
        model with
        {
            AnnotatedTypeName = target.Type.ToNotNullName(),
        };

    public override BodyNeed? Body => BodyNeed.Json;

    public override bool NeedsJsonContext => true;

    public override bool IsAnnotated => true;

    public override ValueSource? CheckedAs => ValueSource.Json;

    public override string RuleKey(ParameterModel parameter) => "$";

    public override string? Binding(ParameterModel parameter) =>
        $"binder.Json{(parameter.IsOptional ? "OrNull" : "")}({JsonEmitter.TypeInfo(parameter.JsonContext!, parameter.AnnotatedTypeName)}){(parameter.IsForgiven ? "!" : "")}";

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) =>
        [new("Payload", JsonEmitter.TypeInfo(parameter.JsonContext!, parameter.AnnotatedTypeName))];

    /// <summary>
    /// Whether a type is data of somebody's own. A class of the framework is as likely a service that its author forgot to mark.
    /// </summary>
    private static bool IsOwn(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsOwn(array.ElementType),
            INamedTypeSymbol { IsAbstract: false } named => named.TypeKind is TypeKind.Class or TypeKind.Struct
                && (!IsFramework(named) || named.TypeArguments.Any(IsOwn)),
            _ => false,
        };

    private static bool IsFramework(INamedTypeSymbol type)
    {
        var outermost = type.ContainingNamespace;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            outermost = outermost.ContainingNamespace;
        }

        return outermost?.Name is "System" or "Microsoft";
    }
}
