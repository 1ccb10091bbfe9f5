using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>The whole body, in a form that is known by the type, with or without <c>[FromBody]</c>.</summary>
internal abstract class BodySource : ParameterSource
{
    public sealed override bool Claims(Candidate candidate) => candidate.IsUnmarkedOr(Names.FromBody) && IsOf(candidate.Type);

    protected abstract bool IsOf(ITypeSymbol type);

    public sealed override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];
}
