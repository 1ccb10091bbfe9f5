using System.Threading.Channels;

namespace Hooklatch.Inbox.Tests.Plugin;

/// <summary>What handlers do, and what they were called with.</summary>
internal sealed class HandlerScript
{
    private readonly Channel<QueuedCall> _calls = Channel.CreateUnbounded<QueuedCall>();

    /// <summary>What each handler does; nothing, unless a test says so.</summary>
    public Func<QueuedCall, CancellationToken, Task> Does { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether no handler was called that nobody has asked about.</summary>
    public bool IsQuiet => !_calls.Reader.TryPeek(out _);

    /// <summary>The next call, also one that is yet to come.</summary>
    public async Task<QueuedCall> NextAsync() =>
        await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public Task RunAsync(QueuedCall call, CancellationToken cancellation)
    {
        _calls.Writer.TryWrite(call);
        return Does(call, cancellation);
    }
}
