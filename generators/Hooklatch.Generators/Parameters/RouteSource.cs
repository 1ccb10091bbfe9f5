using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromRoute]</c>, and text whose name the endpoint's template has.</summary>
internal sealed class RouteSource() : TextSource("Route")
{
    public override bool Claims(Candidate candidate) =>
        candidate.IsMarked(Names.FromRoute) || candidate.IsUnmarked && candidate.IsInRoute && candidate.IsText;

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser) =>
        parser.HasRouteParameter(model.Key)
            ? base.Parse(target, model, parser)
            : parser.Unsupported(target, $"the endpoint has no parameter {{{model.Key}}}");

    protected override string Reader(TextModel text) => "Route";
}
