using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>All the paths of one handler, merged, with the names of the fields that they fill.</summary>
internal sealed class JsonTrie
{
    private readonly NameScope _names;

    public JsonTrie(JsonProjectionModel model, NameScope names)
    {
        _names = names;
        foreach (var value in model.Values)
        {
            var field = names.Unique("_" + value.Name);
            Fields.Add((field, value));
            for (var alternative = 0; alternative < value.Path.Alternatives.Count; alternative++)
            {
                Add(value, field, alternative);
            }
        }
    }

    public JsonTrieNode Root { get; } = new("");

    /// <summary>The parameters, each with the field that holds its value.</summary>
    public List<(string Field, JsonValueModel Value)> Fields { get; } = [];

    /// <summary>The lists of all positions.</summary>
    public List<JsonTrieList> Lists { get; } = [];

    /// <summary>Whether any value is a subtree, which is read from the body rather than token by token.</summary>
    public bool HasTrees { get; private set; }

    /// <summary>Whether any value is a property's, so that the property might be repeated.</summary>
    public bool HasMembers { get; private set; }

    private void Add(JsonValueModel value, string field, int alternative)
    {
        var node = Root;
        var target = value.Target;
        foreach (var segment in value.Path.Alternatives[alternative])
        {
            if (segment.Kind == JsonPathSegmentKind.Every)
            {
                (field, target) = Gather(node, value, field, alternative, (JsonCollectionModel)target, isWritten: true);
            }

            HasMembers |= segment.Kind == JsonPathSegmentKind.Name;
            node = node.Child(segment);
        }

        // The dimensions that the type has beyond those of the path.
        while (target is JsonCollectionModel collection)
        {
            (field, target) = Gather(node, value, field, alternative, collection, isWritten: false);
            node = node.Child(JsonPathSegment.Every);
        }

        var capture = new JsonTrieCapture(field, alternative, (JsonItemModel)target);
        HasTrees |= capture.Item.IsTree;
        node.Captures.Insert(capture.Item.IsTree ? 0 : node.Captures.Count, capture);
    }

    private (string Field, JsonTargetModel Target) Gather(
        JsonTrieNode node,
        JsonValueModel value,
        string field,
        int alternative,
        JsonCollectionModel collection,
        bool isWritten
    )
    {
        var list = node.Lists.Find(list => ReferenceEquals(list.Owner, value));
        if (list is null)
        {
            list = new JsonTrieList(value, _names.Unique($"_{value.Name}Items"), field, alternative, collection);
            node.Lists.Add(list);
            Lists.Add(list);
        }

        if (isWritten && Lists.Find(outer => field == $"{outer.Field}.Item") is { } parent)
        {
            parent.HasEmptyElements = true;
        }

        return ($"{list.Field}.Item", collection.Element);
    }
}
