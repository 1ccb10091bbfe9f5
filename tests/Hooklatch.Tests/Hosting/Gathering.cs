using Microsoft.AspNetCore.Builder;

namespace Hooklatch.Tests.Hosting;

/// <summary>Knows how many requests the host has begun to work on, each up to the first thing that it waits for, and how many have ended.</summary>
internal sealed class Gathering
{
    private readonly Lock _lock = new();
    private readonly List<(Func<bool> IsSo, TaskCompletionSource Reached)> _awaited = [];
    private int _begun;
    private int _ended;

    public void Watch(WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var working = next(http);
                Count(() => _begun++);
                try
                {
                    await working;
                }
                finally
                {
                    Count(() => _ended++);
                }
            }
        );

    /// <summary>Completes once so many requests wait for something, or have ended.</summary>
    public Task UntilBegunAsync(int count) => UntilAsync(() => _begun >= count);

    /// <summary>Completes once so many requests have ended, whether anybody heard the answer or not.</summary>
    public Task UntilEndedAsync(int count) => UntilAsync(() => _ended >= count);

    private Task UntilAsync(Func<bool> isSo)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited.Add((isSo, reached));
            Notify();
        }

        return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private void Count(Action count)
    {
        lock (_lock)
        {
            count();
            Notify();
        }
    }

    private void Notify()
    {
        foreach (var (isSo, reached) in _awaited)
        {
            if (isSo())
            {
                reached.TrySetResult();
            }
        }
    }
}
