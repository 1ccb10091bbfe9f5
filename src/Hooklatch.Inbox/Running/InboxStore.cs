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
    private readonly Lock _lock = new();
    private Exception? _error;
    private Task? _opening;

    /// <summary>The store as everybody uses it: what it keeps may be sealed, and is opened where it is read.</summary>
    public IInboxStore Inner => inner;

    /// <summary>How many bytes of memory a delivery takes beside itself while it is stored.</summary>
    public long CopyOf(InboxItem item) => inner.Seals ? item.Size : 0;

    /// <summary>Why the store cannot be used; <see langword="null"/> while it can.</summary>
    public Exception? Error => Volatile.Read(ref _error);

    public bool IsOpen { get; private set; }

    /// <summary>Told of claims that are none any more, by id and token.</summary>
    public Action<long, long> Revoked { get; set; } = static (_, _) => { };

    /// <summary>Told that there may be something to claim.</summary>
    public Action MayHaveWork { get; set; } = static () => { };

    /// <summary>Opens the store, whoever asks first.</summary>
    public Task OpenAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _opening ??= OpenOnceAsync(cancellation);
        }
    }

    private async Task OpenOnceAsync(CancellationToken cancellation)
    {
        await inner.OpenAsync(
            new InboxStoreContext
            {
                Time = time,
                Limits = new InboxLimits(options.MaxDepth, options.MaxBytes, options.MinFreeDisk) { MaxValueBytes = options.MaxValueBytes },
                DataDirectory = Path.GetFullPath(host.DataDirectory),
                Revoked = (id, token) => Revoked(id, token),
                MayHaveWork = () => MayHaveWork(),
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
