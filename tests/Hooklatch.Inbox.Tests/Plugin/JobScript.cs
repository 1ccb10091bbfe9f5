using System.Threading.Channels;

namespace Hooklatch.Inbox.Tests.Plugin;

/// <summary>What jobs do, and what they were called with.</summary>
internal sealed class JobScript
{
    private readonly Channel<JobCalled> _calls = Channel.CreateUnbounded<JobCalled>();

    /// <summary>What each job does; nothing, unless a test says so.</summary>
    public Func<JobContext, CancellationToken, Task> Does { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether no job was run that nobody has asked about.</summary>
    public bool IsQuiet => !_calls.Reader.TryPeek(out _);

    /// <summary>The next run, also one that is yet to come.</summary>
    public async Task<JobCalled> NextAsync() =>
        await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public Task RunAsync(JobContext context, string text, CancellationToken cancellation)
    {
        _calls.Writer.TryWrite(
            new(text, context.Name, context.Id, context.Attempt, context.Version, context.EnqueuedAt, context.Occurrence, context.IsReplay)
        );
        return Does(context, cancellation);
    }
}

/// <summary>What a job was called with, as it was then.</summary>
internal sealed record JobCalled(
    string Text,
    string Name,
    long Id,
    int Attempt,
    int Version,
    DateTimeOffset EnqueuedAt,
    DateTimeOffset? Occurrence,
    bool IsReplay
);
