using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromQuery]</c>, and text without an attribute.</summary>
internal sealed class QuerySource() : TextSource("Query")
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromQuery) || candidate.IsUnmarked && candidate.IsText;

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser)
    {
        if (parser.TakesBody && target.Attribute(Names.FromQuery) is null && BodyLikeName.Is(target.Name))
        {
            parser.Report?.Invoke(Descriptors.BodyFromQuery, target.Location, target.Name);
        }
        else if (target.Attribute(Names.FromQuery) is null && parser.NearRouteParameter(target.Name) is { } meant)
        {
            parser.Report?.Invoke(Descriptors.MistypedRouteParameter, target.Location, target.Name, meant);
        }

        return base.Parse(target, model, parser);
    }

    public override bool MayBeCredential => true;

    protected override string Reader(TextModel text) => "Query";
}
