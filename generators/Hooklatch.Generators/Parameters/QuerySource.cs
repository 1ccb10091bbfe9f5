using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromQuery]</c>, and text without an attribute.</summary>
internal sealed class QuerySource() : TextSource("Query")
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromQuery) || candidate.IsUnmarked && candidate.IsText;

    protected override string Reader(TextModel text) => "Query";
}
