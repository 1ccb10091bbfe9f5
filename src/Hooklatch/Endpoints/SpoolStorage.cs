using Hooklatch.Http;
using Hooklatch.Storage;
using Hooklatch.Verification.Lookups;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Endpoints;

/// <summary>
/// The directory that large bodies are written to. Where that fails, the log says so with path and cause, once a minute at most: a sender brings
/// it about at will. Once a file can be written again, the log says that, too.
/// </summary>
internal sealed partial class SpoolStorage(HooklatchOptions options, TimeProvider time, ILogger<SpoolStorage> logger)
{
    /// <summary>What a body that is spooled needs at once.</summary>
    private const int ProbeBytes = 64 << 10;

    private readonly LogThrottle _failures = new();

    /// <summary>On a disk that is nearly full, small bodies succeed between large ones that fail.</summary>
    private readonly LogThrottle _mendings = new();
    private readonly Lock _probing = new();
    private bool _hasFailed;

    private string Directory => Path.GetFullPath(options.SpoolDirectory);

    /// <summary>A body could not be written.</summary>
    public void Report(Exception? error)
    {
        Volatile.Write(ref _hasFailed, true);
        if (_failures.ShouldLog(time, out var since))
        {
            var directory = Directory;
            LogFailed(logger, directory, error is null ? "unknown" : DirectoryProbe.CauseOf(directory, error), since);
        }
    }

    /// <summary>Writes a file as a body would be. Of several callers at once, each waits for the one before it.</summary>
    /// <returns>Why it cannot be written; <see langword="null"/> where it can.</returns>
    public string? Probe()
    {
        lock (_probing)
        {
            var directory = Directory;
            var cause = DirectoryProbe.TryWrite(directory, ProbeBytes);
            if (cause is not null)
            {
                if (!Interlocked.Exchange(ref _hasFailed, true) && _failures.ShouldLog(time, out var since))
                {
                    LogFailed(logger, directory, cause, since);
                }
            }
            else
            {
                Mended();
            }

            return cause;
        }
    }

    /// <summary>A body was written.</summary>
    public void Mended()
    {
        // It counts as failed until this is logged, so that the last line about it is never an untrue one.
        if (Volatile.Read(ref _hasFailed) && _mendings.ShouldLog(time, out _) && Interlocked.Exchange(ref _hasFailed, false))
        {
            LogMended(logger, Directory);
        }
    }

    [LoggerMessage(
        EventId = LogEvents.SpoolFailed,
        EventName = nameof(LogEvents.SpoolFailed),
        Level = LogLevel.Error,
        Message = "No body can be written to {Directory} (Hooklatch:SpoolDirectory): {Cause}. Deliveries with large bodies are answered 503 until it can. It failed {Since} more times since this was logged last."
    )]
    private static partial void LogFailed(ILogger logger, string directory, string cause, int since);

    [LoggerMessage(
        EventId = LogEvents.SpoolMended,
        EventName = nameof(LogEvents.SpoolMended),
        Level = LogLevel.Information,
        Message = "Bodies can be written to {Directory} (Hooklatch:SpoolDirectory) again."
    )]
    private static partial void LogMended(ILogger logger, string directory);
}
