using System.Text.Json;
using Hooklatch.Inbox.Running;
using Hooklatch.Inbox.Sealing;
using Hooklatch.Inbox.Telemetry;
using Hooklatch.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Inbox.Jobs;

/// <summary>Runs a stored job once and says how it ended. Nothing that its method does gets past it.</summary>
internal sealed class JobRunner(
    IServiceScopeFactory scopes,
    InboxStore store,
    TimedRun timed,
    Unreadables unreadables,
    InboxTelemetry telemetry,
    TimeProvider time
)
{
    /// <summary>A report may be sealed, and is longer then.</summary>
    private const int MaxLength = InboxResult.MaxReportLength - SealedBytes.MaxOverhead;

    /// <param name="queue">The jobs of its name in this host.</param>
    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of it.</param>
    /// <param name="ending">Tells the method when it has to end.</param>
    public async Task<InboxResult> RunAsync(JobQueue queue, InboxWork work, InboxItem item, RunEnding ending)
    {
        var handler = queue.Handler;
        JobDetails details;
        JobCall call;
        try
        {
            details = JobDetails.Read(item.Details.Span);
            if (details.Version > handler.Version)
            {
                return Unreadable(work, item, $"it has version {details.Version}, and this host knows {handler.Version}");
            }

            call = handler.Read(item.Body);
        }
#pragma warning disable CA1031 // The author's own constructors and converters run here, and may throw anything.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var place = error is JsonException { Path: { } path } ? $" at {path}" : "";
            return Unreadable(work, item, $"its JSON cannot be read as {handler.JobType}{place}: {error.Message}");
        }

        unreadables.Forget(work.Id);
        var began = time.GetUtcNow();
        var timestamp = time.GetTimestamp();
        var span = InboxTelemetry.Begin(work, item, details.TraceParent);
        var policy = new RunPolicy(handler.Target, handler.Retry, handler.TimeoutSeconds);
        var result = await timed.RunAsync(policy, work, item, ending, token => InScopeAsync(call, work, item, details, token));
        var elapsed = time.GetElapsedTime(timestamp);
        telemetry.End(work, item, result, elapsed, span);
        return result with { StartedAt = began, Elapsed = elapsed, Handler = handler.Target };
    }

    private async Task<InboxResult> InScopeAsync(JobCall call, InboxWork work, InboxItem item, JobDetails details, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var run = new JobRun(work, item, details, scope.ServiceProvider, report => ReportAsync(work, report), token);
        if ((await call(run)).Value is not { } value)
        {
            return InboxResult.Done();
        }

        var report = new JobReport
        {
            Percent = 100,
            Message = run.LastMessage,
            Result = value,
        }.Write();
        return report.Length <= MaxLength
            ? InboxResult.Done(report)
            : throw new PermanentFailureException(
                $"The job's result and last message are {report.Length} bytes as JSON, and at most {MaxLength} are kept. Return less, such as the name of a file."
            );
    }

    /// <summary>Progress that cannot be kept now is lost, and the job goes on.</summary>
    private async ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report)
    {
        try
        {
            return await store.Inner.ReportAsync(work, report, CancellationToken.None);
        }
#pragma warning disable CA1031 // A store of somebody's own may throw anything.
        catch (Exception error)
#pragma warning restore CA1031
        {
            store.NoteUnavailable(error);
            return true;
        }
    }

    /// <summary>It is left to a host that can read it, for a while: this one may be older than the job.</summary>
    private InboxResult Unreadable(InboxWork work, InboxItem item, string reason)
    {
        if (unreadables.IsOver(work.Id))
        {
            return timed.Dead(
                Failure.Of("payload", $"No host could read it for {Unreadables.MaxAge.TotalMinutes:0} minutes: {reason}"),
                work,
                item
            );
        }

        return timed.Postponed(work, "this host cannot read it", Unreadables.Pause, reason);
    }
}
