using System.Buffers;
using System.Text.Json;

namespace Hooklatch.Jobs;

/// <summary>How far a job has come, or what it gave back; stored as JSON.</summary>
internal sealed record JobReport
{
    /// <summary>As deep as a result may be that an author's own options allow.</summary>
    public const int MaxDepth = 1000;

    private const int MaxMessageLength = 500;

    public int Percent { get; init; }

    public string? Message { get; init; }

    /// <summary>What the method returned, as JSON.</summary>
    public ReadOnlyMemory<byte>? Result { get; init; }

    /// <summary>A message that is no longer than one may be; a character is not cut in two.</summary>
    public static string? Cut(string? message) =>
        message is not { Length: > MaxMessageLength } ? message
        : char.IsHighSurrogate(message[MaxMessageLength - 1]) ? message[..(MaxMessageLength - 1)]
        : message[..MaxMessageLength];

    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("percent", Percent);
        if (Message is not null)
        {
            json.WriteString("message", Message);
        }

        if (Result is { } result)
        {
            json.WritePropertyName("result");
            json.WriteRawValue(result.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a report; what cannot be read is none.</summary>
    public static JobReport? Read(ReadOnlyMemory<byte>? report)
    {
        if (report is not { } bytes)
        {
            return null;
        }

        try
        {
            var json = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
            var read = new JobReport();
            json.Read();
            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                json.Read();
                switch (name)
                {
                    case "percent":
                        read = read with { Percent = json.GetInt32() };
                        break;
                    case "message":
                        read = read with { Message = json.GetString() };
                        break;
                    case "result":
                        var start = (int)json.TokenStartIndex;
                        json.Skip();
                        read = read with { Result = bytes[start..(int)json.BytesConsumed] };
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            return read;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
