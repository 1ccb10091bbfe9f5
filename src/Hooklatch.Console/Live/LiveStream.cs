using Hooklatch.Console.Access;
using Hooklatch.Console.Bulk;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Console.Live;

/// <summary>Writes to one reader what happens, until it leaves, may no longer see it, does not keep up, or the host stops.</summary>
/// <param name="http">The request.</param>
/// <param name="bulk">Actions on many deliveries.</param>
/// <param name="check">Says whether the caller is still allowed.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveStream(HttpContext http, BulkRuns bulk, ICallerCheck check, TimeProvider time)
{
    public const string TooMany = "Too many pages are open at once. Close one, and load this one again.";
    public const string SignedOut = "You are signed out, or may no longer see this. Sign in again.";
    public const string TooSlow = "The connection is too slow to follow. Load the page again.";

    private static readonly TimeSpan MaxWrite = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CheckPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ChangedPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private readonly EventText _events = new();
    private DateTimeOffset _checkedAt;
    private DateTimeOffset _changedAt;
    private DateTimeOffset _writtenAt;
    private long _bulkVersion;
    private bool _isChanged;

    /// <summary>Tells the reader why there is no stream.</summary>
    public async Task RefuseAsync(CancellationToken stopping)
    {
        Begin();
        _events.Add("end", TooMany);
        await TryWriteAsync(stopping);
    }

    /// <summary>Writes until the end.</summary>
    /// <param name="subscription">What happens.</param>
    /// <param name="stopping">Cancelled when the reader leaves or the host stops.</param>
    public async Task RunAsync(LiveHub.Subscription subscription, CancellationToken stopping)
    {
        Begin();
        _checkedAt = _writtenAt = time.GetUtcNow();
        _changedAt = DateTimeOffset.MinValue;
        _bulkVersion = bulk.Version;
        try
        {
            await subscription.Started.WaitAsync(stopping);
            _events.Comment("open");
            if (!await TryWriteAsync(stopping))
            {
                return;
            }

            await foreach (var batch in subscription.Batches.ReadAllAsync(stopping))
            {
                var goesOn = Collect(batch, time.GetUtcNow());
                if (!await TryWriteAsync(stopping) || !goesOn)
                {
                    return;
                }
            }

            _events.Add("end", TooSlow);
            await TryWriteAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The reader has gone, or the host stops and waits for nobody who only looks.
        }
    }

    private void Begin()
    {
        http.Response.ContentType = "text/event-stream";
        // A proxy that collects the answer would hold everything back.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <returns>Whether the stream goes on.</returns>
    private bool Collect(LiveBatch batch, DateTimeOffset now)
    {
        if (now - _checkedAt >= CheckPause)
        {
            _checkedAt = now;
            if (!check.IsStillAllowed(http))
            {
                _events.Add("end", SignedOut);
                return false;
            }
        }

        if (batch.Rows.Count > 0)
        {
            _events.Add("deliveries", batch.Rows, ManagementJson.Default.IReadOnlyListDeliveryRow);
        }

        if (batch.Refusals.Count > 0)
        {
            _events.Add("refusals", batch.Refusals, ManagementJson.Default.IReadOnlyListRefusalRow);
        }

        _isChanged |= batch.IsChanged;
        if (bulk.Version is var version && version != _bulkVersion)
        {
            (_bulkVersion, _isChanged) = (version, true);
            _events.Add("bulk", bulk.All, ManagementJson.Default.IReadOnlyListBulkRun);
        }

        if (_isChanged && now - _changedAt >= ChangedPause)
        {
            (_isChanged, _changedAt) = (false, now);
            _events.Add("changed", "{}");
        }

        if (_events.IsEmpty && now - _writtenAt >= KeepAlive)
        {
            _events.Comment("still here");
        }

        return true;
    }

    /// <summary>Writes what was collected. A reader that does not take it in time loses the connection: nothing is held for it.</summary>
    private async ValueTask<bool> TryWriteAsync(CancellationToken stopping)
    {
        if (_events.IsEmpty)
        {
            return true;
        }

        try
        {
            await WriteAsync(stopping).WaitAsync(MaxWrite, time, stopping);
        }
        catch (Exception error) when (error is TimeoutException or IOException)
        {
            http.Abort();
            return false;
        }

        _events.Clear();
        _writtenAt = time.GetUtcNow();
        return true;
    }

    private async Task WriteAsync(CancellationToken stopping)
    {
        await http.Response.Body.WriteAsync(_events.Bytes, stopping);
        await http.Response.Body.FlushAsync(stopping);
    }
}
