using System.Threading.Channels;
using Hooklatch.Management;

namespace Hooklatch.Console.Live;

/// <summary>Looks once a second for all streams of one filter, as long as there is one.</summary>
/// <param name="look">Looks.</param>
/// <param name="time">The clock.</param>
internal sealed class LivePoll(LiveLook look, TimeProvider time) : IDisposable
{
    /// <summary>How often the store is asked.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A reader that is further behind than that is dropped; a write that hangs is dropped before.</summary>
    private const int MaxBehind = 16;

    private static readonly LiveBatch Nothing = new([], [], IsChanged: false);

    private readonly Lock _lock = new();
    private readonly List<Channel<LiveBatch>> _readers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once it is known what is there already.</summary>
    public Task Started => _started.Task;

    /// <summary>Adds a reader.</summary>
    public Channel<LiveBatch> Add()
    {
        var reader = Channel.CreateBounded<LiveBatch>(new BoundedChannelOptions(MaxBehind) { SingleReader = true });
        lock (_lock)
        {
            _readers.Add(reader);
        }

        return reader;
    }

    /// <summary>Removes a reader.</summary>
    /// <returns>Whether there is none any more.</returns>
    public bool Remove(Channel<LiveBatch> reader)
    {
        lock (_lock)
        {
            return _readers.Remove(reader) && _readers.Count == 0;
        }
    }

    public void Start() => _ = Task.Run(RunAsync);

    /// <summary>Ends the looking, whose last step gives back the rest.</summary>
    public void Dispose() => _stop.Cancel();

    private async Task RunAsync()
    {
        try
        {
            await NextAsync();
            _started.TrySetResult();
            while (true)
            {
                await Task.Delay(Pause, time, _stop.Token);
                Tell(await NextAsync());
            }
        }
        catch (OperationCanceledException)
        {
            // The last reader has gone.
        }
        finally
        {
            _started.TrySetResult();
            _stop.Dispose();
        }
    }

    private async ValueTask<LiveBatch> NextAsync()
    {
        try
        {
            return await look.NextAsync(_stop.Token);
        }
#pragma warning disable CA1031 // A store of somebody's own may throw anything; the next look may succeed.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Nothing;
        }
    }

    private void Tell(LiveBatch batch)
    {
        lock (_lock)
        {
            foreach (var reader in _readers)
            {
                if (!reader.Writer.TryWrite(batch))
                {
                    reader.Writer.TryComplete();
                }
            }
        }
    }
}
