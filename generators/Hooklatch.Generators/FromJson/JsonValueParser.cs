using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>Turns a <c>[FromJson]</c> parameter into its model, or says why that cannot be.</summary>
internal static class JsonValueParser
{
    /// <summary>Parses a parameter and its path; returns null and the problem if it cannot be bound.</summary>
    public static JsonValueModel? Parse(Bindable target, string path, out JsonProblem? problem) =>
        JsonPathParser.Parse(path, out problem) is { } parsed
        && JsonTargetClassifier.Classify(target.Type, parsed.Dimensions, out problem) is { } type
            ? new JsonValueModel(target.Name, parsed, type, target.Default)
            : null;
}
