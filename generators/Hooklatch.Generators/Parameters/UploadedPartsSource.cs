using Hooklatch.Generators.Common;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>The parts of an upload, handed on while they arrive.</summary>
internal sealed class UploadedPartsSource : ParameterSource
{
    public override bool Claims(Candidate candidate) =>
        candidate.IsUnmarked
        && candidate.Type is INamedTypeSymbol { TypeArguments: [var part] } type
        && type.Is("System.Collections.Generic.IAsyncEnumerable`1")
        && part.Is(Names.UploadedPart);

    /// <summary>Parts can be handed on while they arrive only where nothing has to be verified at the end of the body.</summary>
    public override string? ProblemWith(VerificationModel verification) =>
        verification.NeedsBody
            ? "a signed upload is verified when it is complete, so its parts cannot be handed on while they arrive; take IFormFile"
            : null;

    public override string? ProblemLater => "the upload has arrived and is stored before the handler runs; take IFormFile";

    public override BodyNeed? Body => BodyNeed.Parts;

    public override string? Binding(ParameterModel parameter) => "binder.Parts()";

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];
}
