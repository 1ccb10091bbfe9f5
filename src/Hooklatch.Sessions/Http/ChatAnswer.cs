using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Sessions.Http;

/// <summary>What a chat service answered.</summary>
internal sealed record ChatAnswer(int Status, byte[] Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>The service is busy or broken, which the message has no part in.</summary>
    public bool IsTransient => Status is 408 or 429 or >= 500;

    /// <summary>The body as JSON; <see langword="null"/> where it is something else.</summary>
    public T? Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A time that a service asks for, within a day.</summary>
    public static TimeSpan? Seconds(double? seconds) =>
        seconds is >= 0 and var known ? TimeSpan.FromSeconds(Math.Min(known, TimeSpan.SecondsPerDay)) : null;
}
