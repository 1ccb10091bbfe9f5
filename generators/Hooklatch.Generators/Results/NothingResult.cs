using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>A task without a value: 200 and no body.</summary>
internal sealed class NothingResult : ResultKind
{
    public override bool Claims(ITypeSymbol? value) => value is null;

    public override bool HasValue => false;

    protected override string Expression(ResultModel result, string value, string status) => $"{Runtime}.Empty()";

    public override string After(ResultModel result, string task) => $"{Runtime}.After({task})";

    public override string? Answer => null;
}
