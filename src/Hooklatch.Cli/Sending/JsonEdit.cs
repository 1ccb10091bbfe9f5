using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooklatch.Cli.Sending;

/// <summary>Changes values of a JSON body. A body that is changed is written anew, without white space.</summary>
internal sealed class JsonEdit
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonNode _root;

    private JsonEdit(JsonNode root) => _root = root;

    /// <summary>Reads a body; an empty one is an empty object.</summary>
    /// <exception cref="ToolException">The body is no JSON object or array.</exception>
    public static JsonEdit Of(ReadOnlySpan<byte> body)
    {
        try
        {
            if (body.IsEmpty)
            {
                return new(new JsonObject());
            }

            return JsonNode.Parse(body) is { } root and (JsonObject or JsonArray) ? new(root) : throw NotJson();
        }
        catch (JsonException)
        {
            throw NotJson();
        }
    }

    /// <summary>Sets the value at a path: <c>data.items[0].id</c>.</summary>
    /// <param name="path">The path. What is missing on the way is made.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ToolException">The path leads through a value that holds none.</exception>
    public void Set(string path, JsonNode? value)
    {
        try
        {
            var steps = JsonStep.Read(path);
            var scope = _root;
            for (var i = 0; i < steps.Count - 1; i++)
            {
                scope = steps[i].Enter(scope, steps[i + 1].Index is not null);
            }

            steps[^1].Set(scope, value);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw ToolException.Usage($"The body has no place for '{path}'.");
        }
    }

    /// <summary>Whether there is a value at a path.</summary>
    public bool Has(string path)
    {
        try
        {
            JsonNode? scope = _root;
            foreach (var step in JsonStep.Read(path))
            {
                scope = step.Find(scope);
            }

            return scope is not null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A text as JSON where it is JSON, else as a text: <c>3</c>, <c>true</c>, <c>{"a":1}</c>, <c>hello</c>.</summary>
    public static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    /// <summary>The body as it is now.</summary>
    public byte[] ToBytes()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            _root.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static ToolException NotJson() => ToolException.Usage("The body is no JSON object, so that no value of it can be set.");
}
