using System.Globalization;
using Hooklatch.Console.Access;
using Hooklatch.Console.Answers;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Console.Bulk;

/// <summary>The actions on many deliveries that run in this process, and the last that have ended.</summary>
/// <param name="audit">Keeps what was started and how it ended.</param>
/// <param name="time">The clock.</param>
/// <param name="lifetime">Says when the host stops, which ends what runs.</param>
internal sealed class BulkRuns(AuditLog audit, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public const int MaxRunning = 4;
    public const int MaxKept = 20;

    private readonly Lock _lock = new();
    private readonly List<RunningBulk> _runs = [];
    private long _version;
    private int _starting;

    /// <summary>Grows with everything that changes.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>The runs, newest first.</summary>
    public IReadOnlyList<BulkRun> All
    {
        get
        {
            lock (_lock)
            {
                return [.. Enumerable.Reverse(_runs).Select(run => run.Run)];
            }
        }
    }

    /// <summary>Starts one.</summary>
    /// <exception cref="ConflictException">As many run as may, or there is more to act on than was expected.</exception>
    public async ValueTask<BulkRun> StartAsync(IInboxOperations inbox, BulkRequest request, Caller caller, CancellationToken cancellation)
    {
        Enter();
        try
        {
            var preview = await BulkCount.CountAsync(new DeliverySearch(inbox), request, BulkCount.Max, cancellation);
            if (preview.Count > request.Expected)
            {
                throw new ConflictException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{preview.Count} deliveries are found now, and {request.Expected} were expected. Nothing was done: look at the preview again."
                    )
                );
            }

            var run = new RunningBulk(request, preview.Count, caller, time, Changed, lifetime.ApplicationStopping);
            await audit.WriteAsync(caller, $"bulk {request.Action}", $"bulk {run.Run.Id}", Detail(request, preview), cancellation);
            Add(run);
            var begun = run.Run;
            _ = Task.Run(() => run.RunAsync(inbox, audit), CancellationToken.None);
            return begun;
        }
        finally
        {
            Interlocked.Decrement(ref _starting);
        }
    }

    /// <summary>Ends one.</summary>
    /// <returns>How far it came; <see langword="null"/> where there is none of the id.</returns>
    /// <exception cref="ConflictException">It has ended.</exception>
    public async ValueTask<BulkRun?> CancelAsync(string id, Caller caller, CancellationToken cancellation)
    {
        RunningBulk? run;
        lock (_lock)
        {
            run = _runs.Find(one => one.Run.Id == id);
        }

        if (run is null)
        {
            return null;
        }

        if (!run.IsRunning)
        {
            throw new ConflictException($"The run has ended: {run.Run.State}.");
        }

        await audit.WriteAsync(caller, "bulk cancel", $"bulk {id}", run.Run.Action, cancellation);
        run.Cancel();
        await run.Ended.WaitAsync(cancellation);
        return run.Run;
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (_starting + _runs.Count(run => run.IsRunning) >= MaxRunning)
            {
                throw new ConflictException($"{MaxRunning} actions run already. Wait until one has ended, or cancel one.");
            }

            _starting++;
        }
    }

    private void Add(RunningBulk run)
    {
        lock (_lock)
        {
            _runs.Add(run);
            while (_runs.Count > MaxKept && _runs.FindIndex(one => !one.IsRunning) is >= 0 and var oldest)
            {
                _runs[oldest].Dispose();
                _runs.RemoveAt(oldest);
            }
        }

        Changed();
    }

    private void Changed() => Interlocked.Increment(ref _version);

    private static string Detail(BulkRequest request, BulkPreview preview)
    {
        var filter = request.Filter;
        string?[] conditions =
        [
            filter.Plugin is { } plugin ? $"plugin {plugin}" : null,
            filter.Endpoint is { } endpoint ? $"endpoint {endpoint}" : null,
            filter.Jobs is { } jobs ? (jobs ? "jobs" : "deliveries") : null,
            filter.Event is { } name ? $"event {LogText.Safe(name)}" : null,
            filter.DeliveryId is { } id ? $"deliveryId {LogText.Safe(id)}" : null,
            filter.State is { } state ? $"state {state}" : null,
            filter.From is { } from ? $"from {from:u}" : null,
            filter.To is { } to ? $"to {to:u}" : null,
            filter.ErrorType is { } type ? $"errorType {LogText.Safe(type)}" : null,
            filter.Fingerprint is { } fingerprint ? $"fingerprint {LogText.Safe(fingerprint)}" : null,
        ];
        var what = string.Join(", ", conditions.OfType<string>());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{preview.Count}{(preview.IsMore ? " or more" : "")} found by {(what.Length > 0 ? what : "no condition")}, {request.PerSecond} a second"
        );
    }
}
