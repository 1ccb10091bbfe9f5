using System.Text.Json.Nodes;

namespace Hooklatch.Signing.Text;

/// <summary>Values at plain paths of a document, <c>signature.timestamp</c>; of alternatives, the first.</summary>
internal static class JsonPaths
{
    public static string? Find(JsonNode document, string path) =>
        path.Split('|')
            .Select(alternative => Follow(document, alternative.Split('.'))?.ToString())
            .FirstOrDefault(value => value is not null);

    public static void Set(JsonNode document, string path, JsonNode value)
    {
        var names = path.Split('|')[0].Split('.');
        var scope = document;
        foreach (var name in names[..^1])
        {
            scope = scope[name] ??= new JsonObject();
        }

        scope[names[^1]] = value;
    }

    private static JsonNode? Follow(JsonNode? scope, string[] names) =>
        names.Aggregate(scope, (found, name) => found is JsonObject node ? node[name] : null);
}
