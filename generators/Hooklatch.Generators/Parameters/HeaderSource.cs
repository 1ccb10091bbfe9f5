using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromHeader]</c>.</summary>
internal sealed class HeaderSource() : TextSource("Header")
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromHeader);

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser)
    {
        if (HttpHeaderName.IsValid(model.Key))
        {
            return base.Parse(target, model, parser);
        }

        var location = target.Attribute(Names.FromHeader)!.ArgumentLocation("Name", parser.Cancellation);
        parser.Report?.Invoke(Descriptors.InvalidHeaderName, location, Literal.String(model.Key));
        return null;
    }

    public override bool MayBeCredential => true;

    protected override string Reader(TextModel text) => text.Shape is TextShape.Array or TextShape.List ? "HeaderList" : "Header";
}
