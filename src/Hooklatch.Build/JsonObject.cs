namespace Hooklatch.Build;

/// <summary>
/// A JSON object as the generator writes it: each member begins on a line of its own, indented by two. That is enough to join objects, and
/// spares a task a library for JSON that MSBuild would have to find.
/// </summary>
internal sealed class JsonObject
{
    private const string Indentation = "  ";

    private readonly List<KeyValuePair<string, string>> _members = [];

    /// <summary>Adds a member, unless there is one of that name.</summary>
    public JsonObject Add(string name, string value)
    {
        if (!_members.Any(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)))
        {
            _members.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Adds the members of another object.</summary>
    public JsonObject AddAll(string json)
    {
        string? name = null;
        var value = new List<string>();
        foreach (var line in json.Replace("\r", "").Split('\n').Skip(1))
        {
            var isEnd = line == "}";
            if (name is not null && (isEnd || StartsMember(line)))
            {
                Add(name, string.Join("\n", value).TrimEnd(','));
                value.Clear();
            }

            if (StartsMember(line))
            {
                var colon = line.IndexOf("\": ", StringComparison.Ordinal);
                name = line.Substring(Indentation.Length + 1, colon - Indentation.Length - 1);
                value.Add(line.Substring(colon + "\": ".Length));
            }
            else if (!isEnd)
            {
                value.Add(line.Substring(Math.Min(Indentation.Length, line.Length)));
            }
        }

        return this;
    }

    public override string ToString() =>
        _members.Count == 0
            ? "{}"
            : "{\n" + string.Join(",\n", _members.Select(member => $"{Indentation}\"{member.Key}\": {Indent(member.Value)}")) + "\n}";

    private static bool StartsMember(string line) => line.StartsWith(Indentation + "\"", StringComparison.Ordinal);

    private static string Indent(string value) => value.Replace("\n", "\n" + Indentation);
}
