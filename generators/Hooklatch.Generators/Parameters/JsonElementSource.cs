using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>A JSON body as it is, of any shape.</summary>
internal sealed class JsonElementSource : BodySource
{
    protected override bool IsOf(ITypeSymbol type) =>
        type.Is(Names.JsonElement)
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && nullable.TypeArguments[0].Is(Names.JsonElement);

    public override BodyNeed? Body => BodyNeed.Json;

    public override bool SharesBody => true;

    public override string? Binding(ParameterModel parameter) =>
        !parameter.IsOptional ? "binder.Element()"
        : parameter.TypeName.EndsWith("?", StringComparison.Ordinal) ? "binder.ElementOrNull()"
        : "binder.ElementOrNull() ?? default";
}
