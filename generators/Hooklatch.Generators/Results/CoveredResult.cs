using Hooklatch.Generators.Json;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>Any other type, as JSON, if a serializer context covers it.</summary>
internal sealed class CoveredResult : ResultKind
{
    public override bool Claims(ITypeSymbol? value) => value is not null;

    public override bool NeedsJsonContext => true;

    protected override string Expression(ResultModel result, string value, string status) =>
        $"{Runtime}.Json({value}, {JsonEmitter.TypeInfo(result.JsonContext!, result.AnnotatedTypeName)}{status})";

    public override string After(ResultModel result, string task) =>
        result.HasStatus
            ? base.After(result, task)
            : $"{Runtime}.AfterJson({task}, {JsonEmitter.TypeInfo(result.JsonContext!, result.AnnotatedTypeName)})";

    public override string? Answer => "Json";
}
