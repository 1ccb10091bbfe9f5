using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromForm]</c> on text: a field.</summary>
internal sealed class FormTextSource() : TextSource("Form")
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromForm) && candidate.IsText;

    public override BodyNeed? Body => BodyNeed.Form;

    protected override string Reader(TextModel text) => "Form";
}
