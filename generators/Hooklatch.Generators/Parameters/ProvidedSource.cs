using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

/// <summary>What every delivery has, known by its type and passed as it is.</summary>
internal abstract class ProvidedSource(string type, string expression) : ParameterSource
{
    protected const string RequestIsGone =
        "the request is gone when the handler runs; take what you need of it with [FromHeader], [FromQuery] or WebhookContext";

    public sealed override bool Claims(Candidate candidate) => candidate.IsUnmarked && candidate.Type.Is(type);

    public override BodyNeed? Body => null;

    public sealed override string? Binding(ParameterModel parameter) => null;

    public sealed override string Argument(ParameterModel parameter) => expression;

    public sealed override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];
}
