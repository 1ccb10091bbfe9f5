using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>Reads what a handler returns.</summary>
internal static class ResultParser
{
    public static bool TryParse(IMethodSymbol method, Report? report, CancellationToken cancellation, out ResultModel? result)
    {
        result = null;
        var type = method.ReturnType;
        // No answer stands for a task that is not there.
        var mayBeNull = type.NullableAnnotation is NullableAnnotation.Annotated;
        if (!mayBeNull && (type.Is(Names.Task) || type.Is(Names.ValueTask)))
        {
            result = new ResultModel
            {
                Kind = ResultKinds.Find(value: null).Name,
                HasStatus = false,
                TypeName = "",
            };
            return true;
        }

        if (mayBeNull || !(type.Is(Names.TaskOf) || type.Is(Names.ValueTaskOf)))
        {
            report?.Invoke(Descriptors.NotAsynchronous, method.ReturnTypeLocation(cancellation), method.Name, type.ToDisplayString());
            return false;
        }

        var value = ((INamedTypeSymbol)type).TypeArguments[0];
        var hasStatus = IsBodyWithStatus(value, out var body);
        var kind = ResultKinds.Find(body);
        if (kind.ProblemWith(body, hasStatus) is { } problem)
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
            Kind = kind.Name,
            HasStatus = hasStatus,
            TypeName = kind.NeedsJsonContext ? body.ToGlobalName() : "",
            AnnotatedTypeName = kind.NeedsJsonContext ? body.ToAnnotatedName() : "",
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
}
