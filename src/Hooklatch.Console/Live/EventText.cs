using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Console.Live;

/// <summary>Collects server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) until they are written together.</summary>
internal sealed class EventText
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public bool IsEmpty => _bytes.WrittenCount == 0;

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>An event with JSON, which holds no line end.</summary>
    public void Add<T>(string name, T value, JsonTypeInfo<T> type)
    {
        Begin(name);
        _bytes.Write(JsonSerializer.SerializeToUtf8Bytes(value, type));
        _bytes.Write("\n\n"u8);
    }

    /// <summary>An event with a text of one line.</summary>
    public void Add(string name, string text)
    {
        Begin(name);
        _bytes.Write(Encoding.UTF8.GetBytes(LogText.OneLine(text)));
        _bytes.Write("\n\n"u8);
    }

    /// <summary>What a reader passes over, so that no proxy takes the connection for dead.</summary>
    public void Comment(string text) => _bytes.Write(Encoding.UTF8.GetBytes($": {text}\n\n"));

    public void Clear() => _bytes.ResetWrittenCount();

    private void Begin(string name) => _bytes.Write(Encoding.UTF8.GetBytes($"event: {name}\ndata: "));
}
