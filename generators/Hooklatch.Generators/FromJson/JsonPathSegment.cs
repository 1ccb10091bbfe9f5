namespace Hooklatch.Generators.FromJson;

/// <summary>One step of a path.</summary>
internal sealed record JsonPathSegment(JsonPathSegmentKind Kind, string Name, int Index)
{
    private const string Special = @".[]|\$";

    public static JsonPathSegment Every { get; } = new(JsonPathSegmentKind.Every, "*", 0);

    public static JsonPathSegment OfName(string name) => new(JsonPathSegmentKind.Name, name, 0);

    public static JsonPathSegment OfIndex(int index) => new(JsonPathSegmentKind.Index, "", index);

    /// <summary>Whether a backslash may stand before the character.</summary>
    public static bool CanBeEscaped(char c) => c == ' ' || Special.IndexOf(c) >= 0;

    /// <summary>The path that this step leads to, written as a user would write it.</summary>
    public string AppendTo(string path) =>
        Kind switch
        {
            JsonPathSegmentKind.Every => path + "[*]",
            JsonPathSegmentKind.Index => $"{path}[{Index}]",
            _ => path.Length == 0 ? Escaped : $"{path}.{Escaped}",
        };

    private string Escaped => string.Concat(Name.Select(c => Special.IndexOf(c) >= 0 ? $@"\{c}" : c.ToString()));
}
