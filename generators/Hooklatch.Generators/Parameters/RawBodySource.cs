using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>The body as received: its bytes by their type alone, its text where <c>[RawBody]</c> says so.</summary>
internal sealed class RawBodySource : ParameterSource
{
    public override bool Claims(Candidate candidate) =>
        candidate.IsMarked(Names.RawBody) || candidate.IsUnmarkedOr(Names.FromBody) && IsBytes(candidate.Type);

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser) =>
        IsBytes(target.Type) || IsText(target.Type)
            ? model
            : parser.Unsupported(target, "[RawBody] binds a string, a byte[] or a ReadOnlyMemory<byte>; a Stream needs no attribute");

    public override BodyNeed? Body => BodyNeed.Raw;

    public override string? Binding(ParameterModel parameter) =>
        parameter.TypeName.StartsWith("string", StringComparison.Ordinal) ? "binder.RawBodyText()"
        : parameter.TypeName.StartsWith("byte", StringComparison.Ordinal) ? "binder.RawBodyArray()"
        : "binder.RawBody()";

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];

    private static bool IsText(ITypeSymbol type) => type.SpecialType is SpecialType.System_String;

    private static bool IsBytes(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }
        || type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } && type.Is(Names.ReadOnlyMemory);
}
