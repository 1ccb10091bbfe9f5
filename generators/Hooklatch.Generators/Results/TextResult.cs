using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>A <see langword="string"/>, as plain text.</summary>
internal sealed class TextResult : ResultKind
{
    public override bool Claims(ITypeSymbol? value) => value is { SpecialType: SpecialType.System_String };

    protected override string Expression(ResultModel result, string value, string status) => $"{Runtime}.Text({value}{status})";

    public override string After(ResultModel result, string task) =>
        result.HasStatus ? base.After(result, task) : $"{Runtime}.AfterText({task})";

    public override string? Answer => "Text";
}
