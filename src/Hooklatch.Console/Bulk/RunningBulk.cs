using System.Globalization;
using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Bulk;

/// <summary>One action on many deliveries, from its start to its end.</summary>
internal sealed class RunningBulk : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _cancelled;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BulkRequest _request;
    private readonly Caller _caller;
    private readonly TimeProvider _time;
    private readonly Action _changed;
    private BulkRun _run;

    public RunningBulk(BulkRequest request, long total, Caller caller, TimeProvider time, Action changed, CancellationToken stopping)
    {
        (_request, _caller, _time, _changed) = (request, caller, time, changed);
        _cancelled = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _run = new BulkRun
        {
            Id = Guid.NewGuid().ToString("n"),
            Action = request.Action,
            By = caller.Name,
            StartedAt = time.GetUtcNow(),
            Total = total,
            State = "running",
        };
    }

    /// <summary>How far it is.</summary>
    public BulkRun Run => Volatile.Read(ref _run);

    /// <summary>Completes when it has ended; never fails.</summary>
    public Task Ended => _ended.Task;

    public bool IsRunning => Run.EndedAt is null;

    /// <summary>Has it end after what it is doing.</summary>
    public void Cancel()
    {
        try
        {
            _cancelled.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended.
        }
    }

    /// <summary>Does it.</summary>
    public async Task RunAsync(IInboxOperations inbox, AuditLog audit)
    {
        var (state, error) = ("done", default(string));
        try
        {
            await ActAsync(inbox);
        }
        catch (OperationCanceledException) when (_cancelled.IsCancellationRequested)
        {
            state = "cancelled";
        }
#pragma warning disable CA1031 // A store of somebody's own may throw anything, and nobody waits for this task.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            (state, error) = (
                "failed",
                failure is InboxUnavailableException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}"
            );
        }

        var ended = Run with { State = state, Error = error, EndedAt = _time.GetUtcNow() };
        try
        {
            await audit.WriteAsync(_caller, $"bulk {_request.Action} ended", $"bulk {ended.Id}", Summary(ended), CancellationToken.None);
        }
#pragma warning disable CA1031 // What was done is done, whether or not the store can say so.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ended = ended with { Error = $"{error} The audit has no row of its end: {failure.Message}".Trim() };
        }

        Set(ended);
        _ended.SetResult();
    }

    public void Dispose() => _cancelled.Dispose();

    private static string Summary(BulkRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"{run.State}: {run.Done} done, {run.Skipped} skipped, {run.Total} found");

    private async Task ActAsync(IInboxOperations inbox)
    {
        var token = _cancelled.Token;
        var search = new DeliverySearch(inbox);
        var pace = new BulkPace(_request.PerSecond, _time);
        long? before = null;
        do
        {
            // What the action itself adds has a larger id, and is never found.
            var page = await search.PageAsync(_request.Filter, before, BulkCount.PageSize, token);
            foreach (var found in page.Deliveries.Where(found => BulkActions.Allows(_request.Action, found)))
            {
                if (_request.Expected is { } expected && Run.Done + Run.Skipped == expected)
                {
                    return;
                }

                await pace.WaitAsync(token);
                // What has changed since it was found is somebody else's.
                var isSame = await search.FindAsync(found.Id, token) == found;
                var isDone = isSame && await BulkActions.ActAsync(inbox, _request.Action, found.Id, token);
                Set(isDone ? Run with { Done = Run.Done + 1 } : Run with { Skipped = Run.Skipped + 1 });
            }

            before = page.Next;
        } while (before is not null);
    }

    private void Set(BulkRun run)
    {
        Volatile.Write(ref _run, run);
        _changed();
    }

    /// <summary>Lets so many pass in each second.</summary>
    private sealed class BulkPace(int perSecond, TimeProvider time)
    {
        private long _began = time.GetTimestamp();
        private int _passed;

        public async ValueTask WaitAsync(CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_passed == perSecond)
            {
                var rest = Second - time.GetElapsedTime(_began);
                if (rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, time, cancellation);
                }

                (_began, _passed) = (time.GetTimestamp(), 0);
            }

            _passed++;
        }
    }
}
