using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hooklatch.Json;

namespace Hooklatch.Console.Bodies.Drift;

/// <summary>Compares a document with the type that a handler reads it as, along what the generated metadata says of the type.</summary>
/// <param name="report">Receives what differs.</param>
internal sealed class TypeDrift(DriftReport report)
{
    /// <summary>How many places are looked at: a type that holds itself may be as deep as the body.</summary>
    private const int MaxNodes = 10_000;

    private int _nodes;

    /// <summary>Compares. The document is well-formed.</summary>
    public void Compare(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        var root = new DriftNode("$", type);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        Visit(ref reader, root);
        Report(root);
    }

    /// <summary>Looks at a value; the reader moves to its last token.</summary>
    private void Visit(ref Utf8JsonReader reader, DriftNode? node)
    {
        // What has a converter of its own, or is one of several types, may take anything.
        if (node?.Type is not { PolymorphismOptions: null } type || reader.CurrentDepth >= JsonPrinter.MaxDepth)
        {
            reader.Skip();
            return;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when reader.TokenType is JsonTokenType.StartObject:
                VisitObject(ref reader, node);
                break;
            case JsonTypeInfoKind.Enumerable when reader.TokenType is JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                {
                    Visit(ref reader, ElementOf(node, type, "[*]"));
                }

                break;
            case JsonTypeInfoKind.Dictionary when reader.TokenType is JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
                {
                    reader.Read();
                    Visit(ref reader, ElementOf(node, type, ".*"));
                }

                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void VisitObject(ref Utf8JsonReader reader, DriftNode node)
    {
        node.IsObjectSeen = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            if (node.Properties.TryGetValue(name, out var property))
            {
                seen.Add(property.Name);
                Visit(ref reader, MemberOf(node, property));
                continue;
            }

            if (!node.TakesUnknown && !IsMetadata(node, name) && node.Unknown.Count <= DriftReport.Max)
            {
                node.Unknown.Add(name);
            }

            reader.Skip();
        }

        foreach (var property in node.Properties.Values)
        {
            if (property.IsRequired && !seen.Contains(property.Name))
            {
                node.LackedRequired.Add(property.Name);
            }
        }
    }

    /// <summary>Whether the serializer takes the member itself: <c>$id</c>, <c>$ref</c>.</summary>
    private static bool IsMetadata(DriftNode node, string name) =>
        node.Type!.Options.ReferenceHandler is not null && name is "$id" or "$ref" or "$values";

    private static string NameOf(ref Utf8JsonReader reader) => JsonEscapes.Unescape(System.Text.Encoding.UTF8.GetString(reader.ValueSpan));

    private DriftNode? MemberOf(DriftNode node, JsonPropertyInfo property)
    {
        if (node.Members.TryGetValue(property.Name, out var known))
        {
            return known;
        }

        var member = NodeAt(
            PathOf(node, property.Name),
            property.CustomConverter is null ? TypeOf(node.Type!, property.PropertyType) : null
        );
        if (member is not null)
        {
            node.Members.Add(property.Name, member);
        }

        return member;
    }

    private DriftNode? ElementOf(DriftNode node, JsonTypeInfo type, string step) =>
        node.Element ??= NodeAt(node.Path + step, type.ElementType is { } element ? TypeOf(type, element) : null);

    private DriftNode? NodeAt(string path, JsonTypeInfo? type)
    {
        if (_nodes == MaxNodes)
        {
            report.Cut();
            return null;
        }

        _nodes++;
        return new DriftNode(path, type);
    }

    private static JsonTypeInfo? TypeOf(JsonTypeInfo owner, Type type) => owner.Options.TryGetTypeInfo(type, out var info) ? info : null;

    private static string PathOf(DriftNode node, string name) => $"{node.Path}.{new JsonPathStep(name, 0).AppendTo("")}";

    private void Report(DriftNode node)
    {
        foreach (var name in node.Unknown)
        {
            report.AddUnknown(PathOf(node, name));
        }

        if (node.IsObjectSeen)
        {
            foreach (var property in node.Properties.Values)
            {
                // Of an array, what no element has is missing, and what one of them must have.
                if (node.LackedRequired.Contains(property.Name) || (IsRead(property) && !node.Members.ContainsKey(property.Name)))
                {
                    report.AddMissing(PathOf(node, property.Name), property.IsRequired);
                }
            }
        }

        foreach (var member in node.Members.Values)
        {
            Report(member);
        }

        if (node.Element is { } element)
        {
            Report(element);
        }
    }

    /// <summary>Whether the type takes the member from a document, and does not only write it.</summary>
    private static bool IsRead(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;
}
