using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>JSON that writes itself: a node or an element.</summary>
internal sealed class JsonTreeResult : ResultKind
{
    public override bool Claims(ITypeSymbol? value) =>
        value is not null && (value.IsOrInherits(Names.JsonNode) || value.Is(Names.JsonElement));

    protected override string Expression(ResultModel result, string value, string status) => $"{Runtime}.Json({value}{status})";

    public override string? Answer => "Json";
}
