using Hooklatch.Inbox.Sealing;
using Hooklatch.Inbox.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Inbox.Running;

/// <summary>The host's store: opened once, and known to be usable or not.</summary>
internal sealed class InboxStore(
    SealedStore inner,
    InboxOptions options,
    HooklatchOptions host,
    InboxTelemetry telemetry,
    ILoggerFactory loggers,
    TimeProvider time
)
{
    private Exception? _error;

    /// <summary>The store as everybody uses it: what it keeps may be sealed, and is opened where it is read.</summary>
    public IInboxStore Inner => inner;

    /// <summary>How many bytes of memory a delivery takes beside itself while it is stored.</summary>
    public long CopyOf(InboxItem item) => inner.Seals ? item.Size : 0;

    /// <summary>Why the store cannot be used; <see langword="null"/> while it can.</summary>
    public Exception? Error => Volatile.Read(ref _error);

    public bool IsOpen { get; private set; }

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await inner.OpenAsync(
            new InboxStoreContext
            {
                Time = time,
                Limits = new InboxLimits(options.MaxDepth, options.MaxBytes, options.MinFreeDisk),
                DataDirectory = Path.GetFullPath(host.DataDirectory),
                Logger = loggers.CreateLogger(inner.StoreType),
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
