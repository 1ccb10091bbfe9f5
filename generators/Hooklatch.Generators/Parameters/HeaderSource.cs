using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromHeader]</c>.</summary>
internal sealed class HeaderSource() : TextSource("Header")
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromHeader);

    protected override string Reader(TextModel text) => text.Shape is TextShape.Array or TextShape.List ? "HeaderList" : "Header";
}
