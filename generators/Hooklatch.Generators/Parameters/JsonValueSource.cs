using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromJson]</c>: a value at a path of a JSON body. All of a handler's are read in one pass.</summary>
internal sealed class JsonValueSource : ParameterSource
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromJson);

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser)
    {
        var attribute = target.Attribute(Names.FromJson)!;
        if (JsonValueParser.Parse(target, attribute.Positional<string>(0) ?? "", out var problem) is { } value)
        {
            ReportUnlikely(target, attribute, value, parser);
            return model with { JsonValue = value };
        }

        if (problem!.Kind is JsonProblemKind.MalformedPath)
        {
            var location = attribute.ArgumentLocation(0, parser.Cancellation);
            parser.Report?.Invoke(Descriptors.MalformedPath, location, target.Name, problem.Message);
        }
        else
        {
            var location = target.Symbol.TypeLocation(parser.Cancellation);
            parser.Report?.Invoke(Descriptors.UnreadableValue, location, target.Name, problem.Message);
        }

        return null;
    }

    /// <summary>Tells of a path that is well formed and finds nothing in any document that its author has in mind.</summary>
    private static void ReportUnlikely(Bindable target, AttributeData attribute, JsonValueModel value, ParameterParser parser)
    {
        var path = value.Path.Text;
        var other = JsonPathMeaning.Of(path);
        var (problem, meant) =
            other is not null ? ("is one property of that name", other)
            : value.Target is JsonCollectionModel ? ("is one value, not one of each element", JsonPathMeaning.OfEachElement(value.Path))
            : ("", null);
        if (meant is not null)
        {
            var location = attribute.ArgumentLocation(0, parser.Cancellation);
            parser.Report?.Invoke(Descriptors.UnlikelyPath, location, Literal.String(path), target.Name, problem, Literal.String(meant));
        }
    }

    public override BodyNeed? Body => BodyNeed.JsonValues;

    public override bool SharesBody => true;

    public override bool IsAnnotated => true;

    public override ValueSource? CheckedAs => ValueSource.Request;

    public override string RuleKey(ParameterModel parameter) => parameter.JsonValue!.Path.Text;

    /// <summary>Set together with the others: see <see cref="ParameterEmitter"/>.</summary>
    public override string? Binding(ParameterModel parameter) => null;

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) =>
        PathsOf(parameter.JsonValue!).Select(path => new DescribedMember("Json", path));

    /// <summary>A line for each alternative of the path; of several, none is required.</summary>
    private static IEnumerable<string> PathsOf(JsonValueModel value)
    {
        var isOptional =
            value.Default is not null || value.Target.IsNullable || value.Path.Dimensions > 0 || value.Path.Alternatives.Count > 1;
        var isAlternative = false;
        foreach (var alternative in value.Path.Alternatives)
        {
            var path = alternative.ToArray().Aggregate("", (path, segment) => segment.AppendTo(path));
            var target = value.Target;
            for (var dimension = 0; target is JsonCollectionModel collection; dimension++)
            {
                path += dimension < JsonPath.DimensionsOf(alternative) ? "" : "[*]";
                target = collection.Element;
            }

            var names = target is JsonItemModel { Enum: { } @enum }
                ? $"[{string.Join(", ", @enum.Names.Select(name => Literal.String(name.Text)))}]"
                : null;
            yield return DescribedValue.Of(
                path,
                target.NonNullType,
                isOptional,
                isList: false,
                value.Default,
                names,
                isAlternative: isAlternative
            );
            isAlternative = true;
        }
    }
}
