using System.Globalization;
using System.Text.Json.Nodes;

namespace Hooklatch.Cli.Sending;

/// <summary>One step of a path: a name or an index.</summary>
internal readonly record struct JsonStep(string? Name, int? Index)
{
    /// <summary>An array is made no longer than this.</summary>
    private const int MaxIndex = 1000;

    /// <summary>Reads a path; of alternatives divided by <c>|</c>, the first.</summary>
    public static IReadOnlyList<JsonStep> Read(string path)
    {
        var steps = new List<JsonStep>();
        foreach (var part in path.Split('|')[0].Split('.'))
        {
            if (part.Length == 0)
            {
                throw ToolException.Usage($"'{path}' is no path: write data.items[0].id.");
            }

            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            if (name.Length > 0)
            {
                steps.Add(new(name, null));
            }

            var rest = bracket < 0 ? "" : part[bracket..];
            while (rest.Length > 0)
            {
                var end = rest.IndexOf(']', StringComparison.Ordinal);
                if (
                    rest[0] != '['
                    || end < 0
                    || !int.TryParse(rest[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                )
                {
                    throw ToolException.Usage($"'{path}' is no path: write data.items[0].id.");
                }

                steps.Add(new(null, Math.Min(index, MaxIndex)));
                rest = rest[(end + 1)..];
            }
        }

        return steps;
    }

    /// <summary>The value at this step; <see langword="null"/> where there is none.</summary>
    public JsonNode? Find(JsonNode? scope) =>
        (scope, Name, Index) switch
        {
            (JsonObject node, { } name, _) => node[name],
            (JsonArray items, _, { } index) => index < items.Count ? items[index] : null,
            _ => null,
        };

    /// <summary>Goes into the value at this step, which is made where there is none.</summary>
    public JsonNode Enter(JsonNode scope, bool isArray)
    {
        if (Find(scope) is { } found)
        {
            return found;
        }

        JsonNode made = isArray ? new JsonArray() : new JsonObject();
        Set(scope, made);
        return made;
    }

    /// <summary>Sets the value at this step.</summary>
    public void Set(JsonNode scope, JsonNode? value)
    {
        if (Name is { } name)
        {
            scope.AsObject()[name] = value;
            return;
        }

        var items = scope.AsArray();
        while (items.Count <= Index)
        {
            items.Add((JsonNode?)null);
        }

        items[Index!.Value] = value;
    }
}
