using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>A JSON body as a tree that its author may change.</summary>
internal sealed class JsonNodeSource : BodySource
{
    protected override bool IsOf(ITypeSymbol type) => type.IsOrInherits(Names.JsonNode);

    public override BodyNeed? Body => BodyNeed.Json;

    public override bool SharesBody => true;

    public override string? Binding(ParameterModel parameter) =>
        $"binder.Node{(parameter.IsOptional ? "OrNull" : "")}<{parameter.TypeName}>(){(parameter.IsForgiven ? "!" : "")}";
}
