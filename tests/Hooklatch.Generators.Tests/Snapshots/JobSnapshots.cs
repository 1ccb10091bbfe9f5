using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>Jobs that a handler starts, and jobs that recur.</summary>
public sealed class JobSnapshots
{
    [Fact]
    public void Jobs() =>
        Verify(
            """
            public sealed record ShrinkImage(string Path, int Width);
            public sealed record Shrunk(long Bytes);
            public sealed record Forget(string Path);

            [JsonSerializable(typeof(ShrinkImage))]
            [JsonSerializable(typeof(Shrunk))]
            [JsonSerializable(typeof(Forget))]
            internal sealed partial class ImageJson : JsonSerializerContext;

            public interface ICodec;

            public sealed class ImageJobs(ICodec codec, IPluginStorage storage, IJobs jobs)
            {
                public override string ToString() => $"{codec} {storage} {jobs}";

                [Job(TimeoutSeconds = 120, Version = 2, Aliases = ["Resize"])]
                [Retry(MaxAttempts = 5)]
                [Concurrency(4)]
                public async Task<Shrunk> Shrink(ShrinkImage job, JobContext context, CancellationToken cancellationToken)
                {
                    await context.ReportAsync(50);
                    return new Shrunk(job.Width);
                }

                [Job(Name = "forget")]
                public static ValueTask Forget(Forget job) => default;
            }
            """
        );

    [Fact]
    public void Recurring_jobs() =>
        Verify(
            """
            public sealed class Reports : IAsyncDisposable
            {
                [Recurring("0 6 * * MON-FRI", TimeZone = "Europe/Berlin", Missed = MissedRuns.All, MaxMissed = 7)]
                public Task Daily(JobContext context) => Task.CompletedTask;

                [Recurring("*/5 * * * *", Name = "tick")]
                public Task Tick(IPluginKeyValueStore values, CancellationToken cancellationToken) => Task.CompletedTask;

                public ValueTask DisposeAsync() => default;
            }
            """
        );

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(Project.Plugin("using System.Text.Json.Serialization;\n" + source).Generate(), method: test);
}
