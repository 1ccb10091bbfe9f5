using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Validation;

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
            yield return DescribedValue.Of(path, target.NonNullType, isOptional, isList: false, value.Default, names);
        }
    }
}
