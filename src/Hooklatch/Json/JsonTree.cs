using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Http;

namespace Hooklatch.Json;

/// <summary>Types that hold a whole subtree. All but the raw bytes reject a repeated property anywhere in it, also where <see cref="JsonRule"/> has not been checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonTree
{
    /// <summary>
    /// The subtree's bytes: a window on what is read. The body itself goes back to its pool with the delivery, so a handler that takes such a
    /// value reads a copy of its own.
    /// </summary>
    public readonly struct Raw : IJsonValue<ReadOnlyMemory<byte>>
    {
        static string? IJsonValue<ReadOnlyMemory<byte>>.Read(ref JsonValues json, in JsonPlace place, out ReadOnlyMemory<byte> value)
        {
            value = json.Bytes(in place);
            return null;
        }
    }

    /// <summary>A <see cref="JsonElement"/> with memory of its own.</summary>
    public readonly struct Element : IJsonValue<JsonElement>
    {
        static string? IJsonValue<JsonElement>.Read(ref JsonValues json, in JsonPlace place, out JsonElement value)
        {
            try
            {
                value = JsonElement.Parse(json.Bytes(in place).Span, WebhookJson.Document);
                return null;
            }
            catch (JsonException)
            {
                // The walk has found the subtree well-formed, so this is the one rule that it did not check.
                value = default;
                return JsonErrors.Duplicate;
            }
        }
    }

    /// <summary>A <see cref="JsonNode"/> or one of the types derived from it.</summary>
    /// <typeparam name="TNode">The type.</typeparam>
    public readonly struct Node<TNode> : IJsonValue<TNode>
        where TNode : JsonNode
    {
        static string? IJsonValue<TNode>.Read(ref JsonValues json, in JsonPlace place, out TNode? value)
        {
            value = null;
            try
            {
                value = JsonNode.Parse(json.Bytes(in place).Span, nodeOptions: null, WebhookJson.Document) as TNode;
            }
            catch (JsonException)
            {
                return JsonErrors.Duplicate;
            }

            return value is not null ? null
                : typeof(TNode) == typeof(JsonObject) ? JsonErrors.ExpectedObject
                : typeof(TNode) == typeof(JsonArray) ? JsonErrors.ExpectedArray
                : "Expected a value other than an object or array.";
        }
    }
}
