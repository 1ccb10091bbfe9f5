using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

/// <summary>Reads what a handler returns.</summary>
internal static class ResultParser
{
    public static bool TryParse(IMethodSymbol method, Report? report, CancellationToken cancellation, out ResultModel? result)
    {
        result = null;
        var type = method.ReturnType;
        if (type.Is(Names.Task) || type.Is(Names.ValueTask))
        {
            result = new ResultModel
            {
                Kind = ResultKind.Nothing,
                HasStatus = false,
                TypeName = "",
            };
            return true;
        }

        if (!type.Is(Names.TaskOf) && !type.Is(Names.ValueTaskOf))
        {
            report?.Invoke(Descriptors.NotAsynchronous, method.ReturnTypeLocation(cancellation), method.Name, type.ToDisplayString());
            return false;
        }

        var value = ((INamedTypeSymbol)type).TypeArguments[0];
        var hasStatus = IsBodyWithStatus(value, out var body);
        var kind = KindOf(body);
        var problem =
            hasStatus && kind is ResultKind.Result ? "an IResult chooses its own status"
            : body.SpecialType is SpecialType.System_Object ? "'object' does not say how it is written"
            : body.TypeKind is TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer || body.IsRefLikeType
                ? "it has no JSON form"
            : null;
        if (problem is not null)
        {
            report?.Invoke(
                Descriptors.UnsupportedResult,
                method.ReturnTypeLocation(cancellation),
                method.Name,
                value.ToDisplayString(),
                problem
            );
            return false;
        }

        result = new ResultModel
        {
            Kind = kind,
            HasStatus = hasStatus,
            TypeName = kind is ResultKind.Covered ? body.ToGlobalName() : "",
            AnnotatedTypeName = kind is ResultKind.Covered ? body.ToAnnotatedName() : "",
        };
        return true;
    }

    private static bool IsBodyWithStatus(ITypeSymbol value, out ITypeSymbol body)
    {
        if (
            value is INamedTypeSymbol { IsTupleType: true, TupleElements: { Length: 2 } elements }
            && elements[1].Type.SpecialType is SpecialType.System_Int32
        )
        {
            body = elements[0].Type;
            return true;
        }

        body = value;
        return false;
    }

    private static ResultKind KindOf(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String ? ResultKind.Text
        : type.IsOrInherits(Names.JsonNode) ? ResultKind.JsonNode
        : type.Is(Names.JsonElement) ? ResultKind.JsonElement
        : type.Implements(Names.Result) ? ResultKind.Result
        : ResultKind.Covered;
}
