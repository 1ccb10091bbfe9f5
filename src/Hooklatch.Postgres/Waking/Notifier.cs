using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Npgsql;

namespace Hooklatch.Postgres.Waking;

/// <summary>
/// Tells the other hosts that there may be something to claim: never within a transaction that stores something, which would make all of those wait for one
/// lock, and at most once in a tenth of a second.
/// </summary>
internal sealed class Notifier(Database database, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private bool _isRunning;
    private bool _isWanted;

    /// <summary>The channel of a schema.</summary>
    public static string ChannelOf(string schema) => $"hooklatch_{schema}";

    /// <summary>Says that something was stored that this host does not run at once.</summary>
    /// <param name="owner">This start of the host, which need not be told.</param>
    public void Announce(long owner)
    {
        lock (_lock)
        {
            _isWanted = true;
            if (!_isRunning && !_closing.IsCancellationRequested)
            {
                _isRunning = true;
                _running = Task.Run(() => RunAsync(owner), CancellationToken.None);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task RunAsync(long owner)
    {
        while (TakeWish())
        {
            try
            {
                await NotifyAsync(owner);
            }
            catch (InboxUnavailableException)
            {
                // Each host asks by itself, too.
            }

            await Task.Delay(Interval, time, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TakeWish()
    {
        lock (_lock)
        {
            _isRunning = _isWanted && !_closing.IsCancellationRequested;
            _isWanted = false;
            return _isRunning;
        }
    }

    private Task<int> NotifyAsync(long owner) =>
        database.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand("select pg_notify($1, $2)", connection);
                command.Add(ChannelOf(database.Schema)).Add($"{owner}");
                return await command.ExecuteNonQueryAsync(CancellationToken.None);
            },
            CancellationToken.None
        );
}
