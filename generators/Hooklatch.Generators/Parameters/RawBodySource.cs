using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>The bytes as received.</summary>
internal sealed class RawBodySource : BodySource
{
    protected override bool IsOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } && type.Is(Names.ReadOnlyMemory);

    public override BodyNeed? Body => BodyNeed.Raw;

    public override string? Binding(ParameterModel parameter) => "binder.RawBody()";
}
