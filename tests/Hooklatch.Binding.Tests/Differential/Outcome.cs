using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>What became of one request.</summary>
internal sealed record Outcome(Case Case, Answer Theirs, Answer Ours)
{
    public bool IsEqual => Theirs.ToString() == Ours.ToString();

    public override string ToString() => $"{Case.Name}\n    ASP.NET Core: {Theirs}\n    Hooklatch:    {Ours}";
}
