using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooklatch.Binding.Json;

/// <summary>Types that hold a whole subtree. All but the raw bytes reject a repeated property anywhere in it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonTree
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = JsonProjection.MaxDepth };

    /// <summary>
    /// The subtree's bytes: a window on what is read. The body itself goes back to its pool with the delivery, so a handler that takes such a
    /// value reads <see cref="ParameterBinder.OwnDocument"/>.
    /// </summary>
    public readonly struct Raw : IJsonTree<ReadOnlyMemory<byte>>
    {
        static string? IJsonTree<ReadOnlyMemory<byte>>.Read(ReadOnlyMemory<byte> json, JsonTokenType first, out ReadOnlyMemory<byte> value)
        {
            value = json;
            return null;
        }
    }

    /// <summary>A <see cref="JsonElement"/> with memory of its own.</summary>
    public readonly struct Element : IJsonTree<JsonElement>
    {
        static string? IJsonTree<JsonElement>.Read(ReadOnlyMemory<byte> json, JsonTokenType first, out JsonElement value)
        {
            try
            {
                value = JsonElement.Parse(json.Span, Strict);
                return null;
            }
            catch (JsonException)
            {
                // The pass has found the subtree well-formed, so this is the one rule that it did not check.
                value = default;
                return JsonProjection.Duplicate;
            }
        }
    }

    /// <summary>A <see cref="JsonNode"/> or one of the types derived from it.</summary>
    /// <typeparam name="TNode">The type.</typeparam>
    public readonly struct Node<TNode> : IJsonTree<TNode>
        where TNode : JsonNode
    {
        static string? IJsonTree<TNode>.Read(ReadOnlyMemory<byte> json, JsonTokenType first, [MaybeNull] out TNode value)
        {
            value = null;
            try
            {
                value = JsonNode.Parse(json.Span, nodeOptions: null, Strict) as TNode;
            }
            catch (JsonException)
            {
                return JsonProjection.Duplicate;
            }

            return value is not null ? null
                : typeof(TNode) == typeof(JsonObject) ? JsonProjection.ExpectedObject
                : typeof(TNode) == typeof(JsonArray) ? JsonProjection.ExpectedArray
                : "Expected a value other than an object or array.";
        }
    }
}
