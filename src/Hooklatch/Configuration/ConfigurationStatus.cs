using System.Collections.Concurrent;
using Hooklatch.Http;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Configuration;

/// <inheritdoc cref="IConfigurationStatus"/>
internal sealed partial class ConfigurationStatus(TimeProvider time, ILogger<ConfigurationStatus> logger) : IConfigurationStatus
{
    private readonly ConcurrentDictionary<string, StaleConfiguration> _stale = new(StringComparer.Ordinal);

    public IReadOnlyList<StaleConfiguration> Stale => [.. _stale.Values.OrderBy(stale => stale.Source, StringComparer.Ordinal)];

    /// <summary>A source could not be read.</summary>
    /// <param name="source">The path of the file or directory.</param>
    /// <param name="reason">Why, without anything that it holds.</param>
    /// <param name="isGone">Whether what it set is no longer configured, so that no secret of it stays in use.</param>
    public void Fail(string source, string reason, bool isGone = false)
    {
        var now = time.GetUtcNow();
        _stale.AddOrUpdate(source, _ => new StaleConfiguration(source, now, reason), (_, known) => known with { Reason = reason });
        LogStale(logger, source, reason, isGone ? "" : " What was read before may stay in use, also a secret that was removed there.");
    }

    /// <summary>A source was read.</summary>
    public void Read(string source)
    {
        if (_stale.TryRemove(source, out _))
        {
            LogRead(logger, source);
        }
    }

    [LoggerMessage(
        EventId = LogEvents.ConfigurationStale,
        EventName = nameof(LogEvents.ConfigurationStale),
        Level = LogLevel.Error,
        Message = "The configuration in {Source} has changed and could not be read: {Reason}.{Consequence} Correct it, or restart the host."
    )]
    private static partial void LogStale(ILogger logger, string source, string reason, string consequence);

    [LoggerMessage(
        EventId = LogEvents.ConfigurationRead,
        EventName = nameof(LogEvents.ConfigurationRead),
        Level = LogLevel.Information,
        Message = "The configuration in {Source} was read again."
    )]
    private static partial void LogRead(ILogger logger, string source);
}
