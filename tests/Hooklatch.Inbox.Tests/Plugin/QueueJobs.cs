using System.Text.Json.Serialization;

namespace Hooklatch.Inbox.Tests.Plugin;

internal sealed record Shrink(string Image, int Width);

internal sealed record ShrinkResult(int Bytes);

/// <summary>What an older host does not know.</summary>
internal sealed record Newer(string Text);

internal sealed record Slow(string Text);

[JsonSerializable(typeof(Shrink))]
[JsonSerializable(typeof(ShrinkResult))]
[JsonSerializable(typeof(Newer))]
[JsonSerializable(typeof(Slow))]
internal sealed partial class JobJson : JsonSerializerContext;

/// <summary>A handler that starts a job while its sender waits.</summary>
internal sealed class StartHooks(IJobs jobs)
{
    [Webhook("/start")]
    [Unverified("A test.")]
    public async Task<string> OnStart([FromJson("text")] string text, CancellationToken cancellationToken) =>
        $"{(await jobs.EnqueueAsync(new Slow(text), cancellationToken: cancellationToken)).Id}";
}

/// <summary>Jobs that do what a test has them do.</summary>
internal sealed class QueueJobs(JobScript script)
{
    [Job(Aliases = ["Resize"])]
    public async Task<ShrinkResult> OnShrink(Shrink job, JobContext context, CancellationToken cancellationToken)
    {
        await script.RunAsync(context, job.Image, cancellationToken);
        return new ShrinkResult(job.Width);
    }

    [Job(Version = 2)]
    public Task OnNewer(Newer job, JobContext context) => script.RunAsync(context, job.Text, context.CancellationToken);

    [Job(Name = "slow", Aliases = ["sluggish", "Slow"], TimeoutSeconds = 5)]
    [Retry(MaxAttempts = 2, FirstDelaySeconds = 60, MaxDelaySeconds = 60)]
    [Concurrency(1)]
    public Task OnSlow(Slow job, JobContext context) => script.RunAsync(context, job.Text, context.CancellationToken);

    // On days on which no other test is.
    [Recurring("0 * 1 1 *")]
    public Task Hourly(JobContext context) => script.RunAsync(context, "hourly", context.CancellationToken);

    [Recurring("30 2 * 3,10 *", TimeZone = "Europe/Berlin", Missed = MissedRuns.All, MaxMissed = 3)]
    public Task Nightly(JobContext context) => script.RunAsync(context, "nightly", context.CancellationToken);

    [Recurring("*/10 * 2 1 *", Missed = MissedRuns.Skip)]
    public Task Often(JobContext context) => script.RunAsync(context, "often", context.CancellationToken);
}
