using System.Text.Json;
using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Tests.FromJson;

/// <summary>
/// The meaning of a path, written the slow and obvious way over a <see cref="JsonDocument"/>: every collection and
/// element is nullable, and a value is described by its JSON text.
/// </summary>
internal sealed class Oracle(string path, Func<JsonElement, bool> isExpected, string expected)
{
    private readonly JsonPath _path = JsonPathParser.Parse(path, out _)!;

    public string Path => path;

    /// <summary>The value's text, <c>null</c> if it is absent, or the error.</summary>
    public string Evaluate(JsonElement root) => FollowFirst(root, [.. _path.Alternatives.Select(steps => steps.ToList())]) ?? "null";

    /// <summary>Follows the first alternative that leads to something; those that share a <c>[*]</c> are followed together.</summary>
    private string? FollowFirst(JsonElement value, List<List<JsonPathSegment>> alternatives)
    {
        for (; alternatives.Count > 0; alternatives = [.. alternatives.Skip(1)])
        {
            var stem = alternatives[0].IndexOf(JsonPathSegment.Every);
            var steps = alternatives[0].Take(stem < 0 ? alternatives[0].Count : stem);
            if (Step(value, steps) is not { ValueKind: not JsonValueKind.Null } found)
            {
                continue;
            }

            return stem < 0
                ? isExpected(found)
                    ? JsonSerializer.Serialize(found)
                    : Error(expected)
                : found.ValueKind != JsonValueKind.Array
                    ? Error("Expected an array.")
                    : FollowEach(
                        found,
                        [
                            .. alternatives
                                .Where(other => other.Take(stem + 1).SequenceEqual(alternatives[0].Take(stem + 1)))
                                .Select(other => other.Skip(stem + 1).ToList()),
                        ]
                    );
        }

        return null;
    }

    private string FollowEach(JsonElement array, List<List<JsonPathSegment>> alternatives)
    {
        var items = array.EnumerateArray().Select(element => FollowFirst(element, alternatives) ?? "null").ToList();
        return items.Find(item => item[0] == '!') ?? $"[{string.Join(',', items)}]";
    }

    private static JsonElement? Step(JsonElement value, IEnumerable<JsonPathSegment> steps)
    {
        JsonElement? current = value;
        foreach (var step in steps)
        {
            current = (step.Kind, current?.ValueKind) switch
            {
                (JsonPathSegmentKind.Name, JsonValueKind.Object) => current.Value.TryGetProperty(step.Name, out var member) ? member : null,
                (JsonPathSegmentKind.Index, JsonValueKind.Array) when current.Value.GetArrayLength() > step.Index => current.Value[
                    step.Index
                ],
                _ => null,
            };
        }

        return current;
    }

    private string Error(string message) => $"!{path}: The JSON value '{path}' is not valid. {message}";
}
