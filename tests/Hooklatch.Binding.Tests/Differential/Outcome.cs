using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>What became of one request.</summary>
internal sealed record Outcome(Case Case, Answer Theirs, Answer Ours)
{
    /// <summary>A sender that left may or may not see an answer; what counts is that its request was not handled.</summary>
    public bool IsEqual =>
        Case.Request.Missing > 0 ? Theirs.Status is not 200 && Ours.Status is not 200 : Theirs.ToString() == Ours.ToString();

    public override string ToString() => $"{Case.Name}\n    ASP.NET Core: {Theirs}\n    Hooklatch:    {Ours}";
}
