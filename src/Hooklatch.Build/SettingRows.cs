namespace Hooklatch.Build;

/// <summary>Makes rows of the properties of a JSON schema: a row for each setting, with those of objects below their path.</summary>
internal static class SettingRows
{
    public static IReadOnlyList<SettingRow> Of(PluginFacts plugin) => [.. Of(plugin.Properties.ToString(), "", plugin.Required)];

    private static IEnumerable<SettingRow> Of(string properties, string prefix, IReadOnlyList<string> required) =>
        Members(JsonReader.Read(properties))
            .SelectMany(property => Of(prefix + property.Key, Members(property.Value), required.Contains(property.Key)));

    private static IEnumerable<SettingRow> Of(string path, List<KeyValuePair<string, object>> schema, bool isRequired)
    {
        var secret = Find(schema, "writeOnly") is JsonToken { Text: "true" };
        var (inner, below) = Below(schema, path);
        if (inner is null)
        {
            yield return new(
                path,
                TypeOf(schema),
                Find(schema, "default") is { } value ? Text(value) : null,
                secret,
                isRequired,
                Find(schema, "description") as string
            );
            yield break;
        }

        var names = (Find(inner, "required") as List<object>)?.OfType<string>().ToArray() ?? [];
        foreach (var property in Members(Find(inner, "properties")!))
        {
            foreach (var row in Of($"{below}:{property.Key}", Members(property.Value), isRequired && names.Contains(property.Key)))
            {
                yield return row;
            }
        }
    }

    /// <summary>The schema of an object that the setting is or holds, and the path of what is in it.</summary>
    private static (List<KeyValuePair<string, object>>? Schema, string Path) Below(List<KeyValuePair<string, object>> schema, string path)
    {
        while (true)
        {
            if (Find(schema, "properties") is not null)
            {
                return (schema, path);
            }

            var (next, step) = Find(schema, "items") is { } item ? (item, "{n}") : (Find(schema, "additionalProperties"), "{name}");
            if (next is not List<KeyValuePair<string, object>> element)
            {
                return (null, path);
            }

            (schema, path) = (element, $"{path}:{step}");
        }
    }

    private static string TypeOf(List<KeyValuePair<string, object>> schema)
    {
        if (Find(schema, "enum") is List<object> values)
        {
            return string.Join(" or ", values.OfType<string>());
        }

        var type = Find(schema, "type") switch
        {
            string one => one,
            List<object> several => several.OfType<string>().FirstOrDefault(name => name != "null") ?? "",
            _ => "",
        };
        return type switch
        {
            "array" => $"array of {TypeOf(Members(Find(schema, "items")!))}",
            "object" when Find(schema, "additionalProperties") is List<KeyValuePair<string, object>> element =>
                $"object of {TypeOf(element)} by name",
            "string" when Find(schema, "format") is string => "URL",
            _ => type,
        };
    }

    private static string Text(object value) =>
        value switch
        {
            string text => JsonText.String(text),
            JsonToken token => token.Text,
            List<object> items => $"[{string.Join(", ", items.Select(Text))}]",
            _ => "{}",
        };

    private static List<KeyValuePair<string, object>> Members(object value) => value as List<KeyValuePair<string, object>> ?? [];

    private static object? Find(List<KeyValuePair<string, object>> members, string name) =>
        members.Where(member => member.Key == name).Select(member => member.Value).FirstOrDefault();
}
