using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>A form, or files in it, known by a type of ASP.NET Core's with or without <c>[FromForm]</c>.</summary>
internal abstract class UploadSource : ParameterSource
{
    public sealed override bool Claims(Candidate candidate) => candidate.IsUnmarkedOr(Names.FromForm) && IsOf(candidate.Type);

    protected abstract bool IsOf(ITypeSymbol type);

    public override BodyNeed? Body => BodyNeed.Files;

    public sealed override ValueSource? CheckedAs => ValueSource.Request;

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];
}
