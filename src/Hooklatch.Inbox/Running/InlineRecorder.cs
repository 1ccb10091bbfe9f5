using System.Threading.Channels;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Inbox.Telemetry;
using Hooklatch.Verification;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Running;

/// <summary>
/// Records deliveries of inline webhooks after they were answered: a bounded number waits, in a quarter of the memory budget, each for a limited time. What
/// does not fit is dropped and counted.
/// </summary>
internal sealed class InlineRecorder(InboxStore store, InboxOptions options, BodyBudget budget, InboxTelemetry telemetry, TimeProvider time)
    : BackgroundService,
        IDeliveryRecorder
{
    /// <summary>How many wait to be recorded.</summary>
    public const int MaxWaiting = 1024;

    /// <summary>How many are written at once, so that they share a flush of the disk.</summary>
    private const int MaxAtOnce = 64;

    /// <summary>How long a host that stops waits for what is not written yet.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1.5);

    private readonly BodyBudget.Share _share = budget.CreateShare();

    private readonly Channel<(InboxItem Item, InboxResult Result, long Size)> _waiting = Channel.CreateBounded<(
        InboxItem,
        InboxResult,
        long
    )>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    /// <summary>What anybody may send is kept only where the author says so.</summary>
    public bool Records(WebhookEndpoint webhook) => webhook.Record ?? (options.RecordInline && webhook.Sender.Verifier is not NoVerifier);

    public void Record(WebhookEndpoint webhook, long size, Func<InboxItem> keep, in DeliveryEnd end)
    {
        if (_waiting.Reader.Count >= MaxWaiting || !_share.TryTakeMemory(size))
        {
            telemetry.Recorded(webhook.Plugin.Key, webhook.Template, "dropped");
            return;
        }

        var isKept = false;
        try
        {
            var item = keep();
            var result = ResultOf(end) with
            {
                StartedAt = item.ReceivedAt,
                Elapsed = end.Elapsed,
                Handler = webhook.HandlerOf(item.Event, item.EventAction)?.Target,
            };
            isKept = _waiting.Writer.TryWrite((item, result, size));
        }
        finally
        {
            if (!isKept)
            {
                _share.ReturnMemory(size);
                telemetry.Recorded(webhook.Plugin.Key, webhook.Template, "dropped");
            }
        }
    }

    /// <summary>Writes what waits, as far as there is time.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await writing.WaitAsync(StopTimeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writing = new List<Task>(MaxAtOnce);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                while (writing.Count < MaxAtOnce && _waiting.Reader.TryRead(out var next))
                {
                    writing.Add(WriteAsync(next.Item, next.Result, next.Size));
                }

                await Task.WhenAll(writing);
                writing.Clear();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not written by now is lost: nothing was promised of it.
        }
    }

    private async Task WriteAsync(InboxItem item, InboxResult result, long size)
    {
        var recording = RecordAsync(item, result);
        _ = recording.ContinueWith(
            task =>
            {
                _ = task.Exception;
                _share.ReturnMemory(size);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
#pragma warning disable CA1031 // A store of somebody's own may throw anything.
        try
        {
            await recording.WaitAsync(options.CommitTimeout, time);
            telemetry.Recorded(item.Plugin, item.Endpoint, "recorded");
        }
        catch (Exception)
        {
            // The worker says why the store cannot be used.
            telemetry.Recorded(item.Plugin, item.Endpoint, "failed");
        }
#pragma warning restore CA1031
    }

    private async Task RecordAsync(InboxItem item, InboxResult result) =>
        await store.Inner.RecordAsync(item, result, CancellationToken.None);

    private static InboxResult ResultOf(in DeliveryEnd end)
    {
        if (end.IsAccepted)
        {
            return InboxResult.Done();
        }

        var failure =
            end.Error is { } error ? Failure.Of(error)
            : end.Outcome is DeliveryOutcome.Handled ? Failure.Of("status", $"The handler answered {end.Status}")
            : end.Outcome is DeliveryOutcome.Abandoned && end.Reason is null
                ? Failure.Of("abandoned", "The sender went away before the answer")
            : Failure.Of(end.Reason ?? "failed", end.Detail);
        return InboxResult.Dead(failure.Type, failure.Message, failure.Fingerprint);
    }
}
