using System.Collections.Concurrent;

namespace Hooklatch.Console.Tests.Plugin;

/// <summary>Which handlers ran, and what they do.</summary>
internal sealed class ShopCalls
{
    private readonly ConcurrentQueue<string> _ran = [];

    /// <summary>The handlers that ran, in their order.</summary>
    public IReadOnlyCollection<string> Ran => _ran;

    /// <summary>What a handler does besides.</summary>
    public Action Does { get; set; } = () => { };

    public Task RunAsync(string handler)
    {
        _ran.Enqueue(handler);
        Does();
        return Task.CompletedTask;
    }

    public async Task<string> RunAsync(string handler, string answer)
    {
        await RunAsync(handler);
        return answer;
    }
}
