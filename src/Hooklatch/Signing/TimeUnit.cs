namespace Hooklatch.Signing;

/// <summary>How a timestamp is written.</summary>
public enum TimeUnit
{
    /// <summary>Whole seconds since 1970-01-01T00:00:00Z, as decimal digits.</summary>
    Seconds,

    /// <summary>Whole milliseconds since 1970-01-01T00:00:00Z, as decimal digits.</summary>
    Milliseconds,

    /// <summary>A date and time with its offset, as RFC 3339 writes it: <c>2026-01-31T12:00:00.123Z</c>.</summary>
    Iso8601,

    /// <summary>Whole seconds or a date and time, whichever is sent: for a provider whose deliveries come in both spellings.</summary>
    SecondsOrIso8601,
}
