namespace Hooklatch.Generators.FromJson;

/// <summary>A position in the payload: what is taken there, and which positions below it lead to something.</summary>
internal sealed class JsonTrieNode(string path)
{
    /// <summary>The path from the payload's root, as a user would write it; empty for the root.</summary>
    public string Path { get; } = path;

    /// <summary>The properties, in the order in which paths mention them.</summary>
    public List<(string Name, JsonTrieNode Node)> Members { get; } = [];

    /// <summary>The single elements.</summary>
    public SortedDictionary<int, JsonTrieNode> Items { get; } = [];

    /// <summary>What every element leads to, if anything.</summary>
    public JsonTrieNode? Every { get; private set; }

    /// <summary>The lists that this position's elements fill.</summary>
    public List<JsonTrieList> Lists { get; } = [];

    /// <summary>What is taken here: subtrees first, since reading one moves the reader.</summary>
    public List<JsonTrieCapture> Captures { get; } = [];

    public bool IsLeaf => Members.Count == 0 && !IsArray;

    public bool IsArray => Items.Count > 0 || Every is not null;

    public JsonTrieNode Child(JsonPathSegment segment) =>
        segment.Kind switch
        {
            JsonPathSegmentKind.Name => Member(segment),
            JsonPathSegmentKind.Index => Item(segment),
            _ => Every ??= new JsonTrieNode(segment.AppendTo(Path)),
        };

    private JsonTrieNode Member(JsonPathSegment segment)
    {
        var node = Members.Find(member => member.Name == segment.Name).Node;
        if (node is null)
        {
            node = new JsonTrieNode(segment.AppendTo(Path));
            Members.Add((segment.Name, node));
        }

        return node;
    }

    private JsonTrieNode Item(JsonPathSegment segment)
    {
        if (!Items.TryGetValue(segment.Index, out var node))
        {
            Items[segment.Index] = node = new JsonTrieNode(segment.AppendTo(Path));
        }

        return node;
    }
}
