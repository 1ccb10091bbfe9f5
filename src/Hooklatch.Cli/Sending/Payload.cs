using System.Text;
using Hooklatch.Cli.Catalog;
using Hooklatch.Signing.Text;

namespace Hooklatch.Cli.Sending;

/// <summary>A body before it is signed.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="IsOwn">Whether it is the person's own, which stays as it is unless something else is asked for.</param>
internal sealed record Payload(byte[] Bytes, string ContentType, bool IsOwn)
{
    private const string Json = "application/json";

    /// <summary>The event of a sample; <see langword="null"/> for a body of one's own.</summary>
    public string? Event { get; private init; }

    /// <summary>Whether it is a form.</summary>
    public bool IsForm => FormType.Is(ContentType);

    /// <summary>A body that somebody gave.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="contentType">Its media type; <see langword="null"/> to tell by the bytes.</param>
    public static Payload Of(byte[] bytes, string? contentType) => new(bytes, contentType ?? TypeOf(bytes), IsOwn: true);

    /// <summary>A sample of an event; where there is none, the least that the preset reads.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="event">The event; <see langword="null"/> for the preset's first.</param>
    public static Payload SampleOf(PresetInfo preset, string? @event)
    {
        var samples = Sample.Of(preset.Name).ToArray();
        var name = @event?.Split('.')[0];
        var sample = @event is null
            ? samples.FirstOrDefault()
            : Array.Find(samples, one => one.Event == @event)
                ?? Array.Find(samples, one => preset.ActionPath is not null && one.Event == name)
                // Another event of the same shape, in which the event is set.
                ?? Array.Find(samples, one => one.ContentType != Json || preset.Name is "adyen" or "exact-online");
        return sample is not null
            ? new Payload(sample.Read(), sample.ContentType, IsOwn: false) { Event = sample.Event }
            : new Payload("{}"u8.ToArray(), Json, IsOwn: false) { Event = FirstEvent(preset) };
    }

    private static string FirstEvent(PresetInfo preset) =>
        preset.Events.FirstOrDefault(name => !name.Contains('*', StringComparison.Ordinal)) ?? "ping";

    private static string TypeOf(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 512))).TrimStart();
        return text.StartsWith('<') ? "application/xml"
            : text is "" || "{[\"".Contains(text[0], StringComparison.Ordinal) || !text.Contains('=', StringComparison.Ordinal) ? Json
            : "application/x-www-form-urlencoded";
    }
}
