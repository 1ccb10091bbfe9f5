using System.Collections.Concurrent;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What the plugin's lifecycle was told, and what a test has it do then.</summary>
public sealed class LifecycleLog
{
    private readonly ConcurrentQueue<string> _calls = new();

    public IEnumerable<string> Calls => _calls;

    /// <summary>Runs within a call.</summary>
    public Func<string, CancellationToken, Task> Within { get; set; } = (_, _) => Task.CompletedTask;

    public Task AddAsync(string call, CancellationToken cancellation)
    {
        _calls.Enqueue(call);
        return Within(call, cancellation);
    }
}
