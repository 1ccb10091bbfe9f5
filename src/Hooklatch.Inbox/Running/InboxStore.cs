using Hooklatch.Inbox.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Inbox.Running;

/// <summary>The host's store: opened once, and known to be usable or not.</summary>
internal sealed class InboxStore(
    IInboxStore inner,
    InboxOptions options,
    HooklatchOptions host,
    InboxTelemetry telemetry,
    ILoggerFactory loggers,
    TimeProvider time
)
{
    private Exception? _error;

    public IInboxStore Inner => inner;

    /// <summary>Why the store cannot be used; <see langword="null"/> while it can.</summary>
    public Exception? Error => Volatile.Read(ref _error);

    public bool IsOpen { get; private set; }

    /// <summary>Opens the store.</summary>
    /// <param name="revoked">Told of claims that are none any more, by id and token.</param>
    /// <param name="mayHaveWork">Told that there may be something to claim.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task OpenAsync(Action<long, long> revoked, Action mayHaveWork, CancellationToken cancellation)
    {
        if (IsOpen)
        {
            return;
        }

        await inner.OpenAsync(
            new InboxStoreContext
            {
                Time = time,
                Limits = new InboxLimits(options.MaxDepth, options.MaxBytes, options.MinFreeDisk) { MaxValueBytes = options.MaxValueBytes },
                DataDirectory = Path.GetFullPath(host.DataDirectory),
                Revoked = revoked,
                MayHaveWork = mayHaveWork,
                Logger = loggers.CreateLogger(inner.GetType()),
            },
            cancellation
        );
        IsOpen = true;
        telemetry.Opened(inner.Description);
    }

    public void NoteUnavailable(Exception error)
    {
        if (Interlocked.Exchange(ref _error, error) is null)
        {
            telemetry.Unavailable(inner.Description, error);
        }
    }

    public void NoteAvailable()
    {
        if (Interlocked.Exchange(ref _error, null) is not null)
        {
            telemetry.Back(inner.Description);
        }
    }
}
