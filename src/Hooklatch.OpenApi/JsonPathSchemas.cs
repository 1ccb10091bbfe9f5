using System.Text;
using Hooklatch.Description;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>
/// The payload that the <c>[FromJson]</c> paths of one handler describe: nested objects and arrays with what is taken from them. Anything else
/// may be there as well, and what is not required may be null.
/// </summary>
internal static class JsonPathSchemas
{
    public static IOpenApiSchema Of(IEnumerable<ValueDescription> values)
    {
        var root = new Node { IsRequired = true };
        foreach (var value in values)
        {
            Add(root, value);
        }

        return root.ToSchema();
    }

    private static void Add(Node root, ValueDescription value)
    {
        var (node, isRequired) = (root, !value.IsOptional);
        foreach (var name in StepsOf(value.Name))
        {
            node = name is null ? node.Element() : node.Member(name);
            // No array has to have an element, but those that it has are not null.
            isRequired &= name is not null;
            node.IsRequired |= isRequired || name is null;
        }

        node.Value = value;
    }

    /// <summary>The names of properties, with <see langword="null"/> for an element of an array.</summary>
    private static IEnumerable<string?> StepsOf(string path)
    {
        var name = new StringBuilder();
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] is not ('.' or '['))
            {
                name.Append(path[i] == '\\' ? path[++i] : path[i]);
                continue;
            }

            if (name.Length > 0)
            {
                yield return name.ToString();
                name.Clear();
            }

            if (path[i] == '[')
            {
                yield return null;
                i = path.IndexOf(']', i);
            }
        }

        if (name.Length > 0)
        {
            yield return name.ToString();
        }
    }

    /// <summary>A position in the payload.</summary>
    private sealed class Node
    {
        private readonly Dictionary<string, Node> _members = new(StringComparer.Ordinal);
        private Node? _element;

        public bool IsRequired { get; set; }

        public ValueDescription? Value { get; set; }

        public Node Element() => _element ??= new Node();

        public Node Member(string name)
        {
            if (!_members.TryGetValue(name, out var member))
            {
                _members[name] = member = new Node();
            }

            return member;
        }

        public OpenApiSchema ToSchema()
        {
            var schema =
                _members.Count > 0 ? ObjectSchema()
                : _element is not null ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = _element.ToSchema() }
                : Value is not null ? ValueSchemas.Of(Value)
                : new OpenApiSchema();
            if (!IsRequired && schema is { Type: not null })
            {
                schema.Type |= JsonSchemaType.Null;
                schema.Enum?.Add(JsonNullSentinel.JsonNull);
            }

            return schema;
        }

        private OpenApiSchema ObjectSchema() =>
            new()
            {
                Type = JsonSchemaType.Object,
                Properties = _members.ToDictionary(member => member.Key, IOpenApiSchema (member) => member.Value.ToSchema()),
                Required = _members.Where(member => member.Value.IsRequired).Select(member => member.Key).ToHashSet(),
            };
    }
}
