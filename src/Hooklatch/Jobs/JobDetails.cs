using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Hooklatch.Jobs;

/// <summary>What is stored of a job beside its JSON form.</summary>
internal sealed record JobDetails
{
    /// <summary>The version of its form.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The time of the schedule that it is for.</summary>
    public DateTimeOffset? Occurrence { get; init; }

    /// <summary>The span in which it was enqueued; <see langword="null"/> where nobody traced.</summary>
    public string? TraceParent { get; init; }

    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>(96);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        if (Occurrence is { } occurrence)
        {
            json.WriteString("occurrence", occurrence.ToString("O", CultureInfo.InvariantCulture));
        }

        if (TraceParent is not null)
        {
            json.WriteString("traceparent", TraceParent);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">They were not written by <see cref="Write"/>.</exception>
    public static JobDetails Read(ReadOnlySpan<byte> details)
    {
        var read = new JobDetails();
        var json = new Utf8JsonReader(details);
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "version":
                    read = read with { Version = json.GetInt32() };
                    break;
                case "occurrence":
                    read = read with { Occurrence = json.GetDateTimeOffset() };
                    break;
                case "traceparent":
                    read = read with { TraceParent = json.GetString() };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return read;
    }
}
