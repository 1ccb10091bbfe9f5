using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Postgres.Hosts;

/// <summary>
/// This start of the host, which owns what it claims as long as others hear of it. It takes for dead whom it hears nothing of, and lets their work run again.
/// </summary>
internal sealed partial class LiveHost : IAsyncDisposable
{
    /// <summary>After how long without a word a host is dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How often this host says that it lives.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>How often it looks for dead ones.</summary>
    public static readonly TimeSpan RescueInterval = TimeSpan.FromSeconds(10);

    /// <summary>How often it looks whether another host has put aside what runs here.</summary>
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    /// <summary>How soon what failed is tried again, so that an outage that ends in time costs no lease.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Database _database;
    private readonly InboxStoreContext _context;
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _renewal = new(1);
    private HashSet<(long Id, long Token)> _strays = [];
    private HashSet<(long Id, long Token)> _missing = [];
    private Task _living = Task.CompletedTask;
    private long _owner;

    public LiveHost(Database database, InboxStoreContext context)
    {
        (_database, _context) = (database, context);
        Marker = new(database, Claims);
    }

    public HeldClaims Claims { get; } = new();

    public Marker Marker { get; }

    /// <summary>What the claims of this start name.</summary>
    public long Owner => Volatile.Read(ref _owner);

    /// <summary>Gives back what the database has as claimed by this host and nobody here holds.</summary>
    public required Func<IReadOnlyList<(long Id, long Token)>, Task> GiveBack { get; init; }

    public async Task BeginAsync(CancellationToken cancellation)
    {
        await RegisterAsync(cancellation);
        await RescueAsync(cancellation);
        _living = Task.WhenAll(
            RepeatAsync("say that it lives", Heartbeat, BeatAsync, _closing.Token),
            RepeatAsync("look for hosts that died", RescueInterval, RescueAsync, _closing.Token),
            RepeatAsync("look for work that was taken back", WatchInterval, WatchAsync, _closing.Token)
        );
    }

    /// <summary>Does something in the name of this start. Where that was taken for dead, it goes on as a new one.</summary>
    public async Task<T> AsOwnerAsync<T>(Func<long, Task<T>> act)
    {
        var owner = Owner;
        try
        {
            return await act(owner);
        }
        catch (HostLostException)
        {
            await RenewAsync(owner, CancellationToken.None);
            return await act(Owner);
        }
    }

    /// <summary>Says that the host lives.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        var owner = Owner;
        if (!await Marker.BeatAsync(cancellation))
        {
            await RenewAsync(owner, cancellation);
            return;
        }

        await GiveBackStraysAsync(owner, cancellation);
    }

    /// <summary>Tells the handler of a claim of this host that it is none any more.</summary>
    public void Revoke(long id, long token)
    {
        if (Claims.Remove(id, token) is not null)
        {
            _context.Revoked(id, token);
        }
    }

    /// <summary>Finds the claims that this host has and the database does not: dismissed, erased or taken over elsewhere.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        var held = Claims.All();
        if (held.Count == 0)
        {
            return;
        }

        held.ExceptWith(await ReadClaimsAsync(Owner, cancellation));
        // Seen twice: one that just ends is still held here for a moment.
        foreach (var (id, token) in held.Where(_missing.Contains))
        {
            Revoke(id, token);
        }

        _missing = held;
    }

    /// <summary>Takes for dead whom nothing was heard of.</summary>
    public async Task RescueAsync(CancellationToken cancellation)
    {
        for (var rescued = 1; rescued > 0; )
        {
            rescued = await _database.ValueAsync<int>(
                "rescue",
                3,
                command => command.Add(_database.At).Add(Owner).Add(Lease.Ticks),
                cancellation
            );
            if (rescued > 0)
            {
                Log.Rescued(_context.Logger, rescued);
            }
        }
    }

    /// <summary>Says goodbye: what is claimed still is others' at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await AbandonAsync();
        try
        {
            await _database.RunAsync("end_host", 1, command => command.Add(Owner), CancellationToken.None);
        }
        catch (InboxUnavailableException error)
        {
            Log.NotEnded(_context.Logger, error.Message);
        }
    }

    /// <summary>Falls silent, as a host does that dies.</summary>
    public async Task AbandonAsync()
    {
        await _closing.CancelAsync();
        await _living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Marker.DisposeAsync();
    }

    private async Task RenewAsync(long lost, CancellationToken cancellation)
    {
        await _renewal.WaitAsync(cancellation);
        try
        {
            if (Owner == lost)
            {
                var revoked = Claims.All();
                Log.Lost(_context.Logger, revoked.Count);
                await RegisterAsync(cancellation);
                foreach (var (id, token) in revoked)
                {
                    Revoke(id, token);
                }
            }
        }
        finally
        {
            _renewal.Release();
        }
    }

    private async Task RegisterAsync(CancellationToken cancellation)
    {
        var owner = await _database.ValueAsync<long>(
            "begin_host",
            2,
            command => command.Add(_database.At).Add($"{Environment.MachineName}/{Environment.ProcessId}"),
            cancellation
        );
        await Marker.BeginAsync(owner, cancellation);
        Volatile.Write(ref _owner, owner);
    }

    /// <summary>A claim whose commit was not confirmed may have happened, and would stay until this host ends.</summary>
    private async Task GiveBackStraysAsync(long owner, CancellationToken cancellation)
    {
        var claims = await ReadClaimsAsync(owner, cancellation);
        var strays = claims.Where(claim => !Claims.Holds(claim.Id, claim.Token)).ToHashSet();
        // What is such a one at two heartbeats is not on its way.
        var certain = strays.Where(_strays.Contains).ToList();
        _strays = strays;
        if (certain.Count > 0)
        {
            await GiveBack(certain);
        }
    }

    private Task<List<(long Id, long Token)>> ReadClaimsAsync(long owner, CancellationToken cancellation) =>
        _database.QueryAsync("claims_of", 1, command => command.Add(owner), row => (row.GetInt64(0), row.GetInt64(1)), cancellation);

    private async Task RepeatAsync(string what, TimeSpan interval, Func<CancellationToken, Task> act, CancellationToken closing)
    {
        var isWell = true;
        while (!closing.IsCancellationRequested)
        {
            await Task.Delay(isWell || interval < Again ? interval : Again, _context.Time, closing)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                closing.ThrowIfCancellationRequested();
                await act(closing);
                isWell = true;
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                return;
            }
            // Whatever it was: a host that stopped saying that it lives would be taken for dead while its handlers run.
            catch (Exception error)
            {
                if (isWell)
                {
                    Log.Silent(_context.Logger, what, error.Message);
                }

                isWell = false;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} deliveries of hosts that nothing is heard of can be run again")]
        public static partial void Rescued(ILogger logger, int count);

        [LoggerMessage(
            2,
            LogLevel.Error,
            "Another host has taken this one for dead, since the database heard nothing of it for a minute: {Count} deliveries that run here run elsewhere too, and how they end here does not count"
        )]
        public static partial void Lost(ILogger logger, int count);

        [LoggerMessage(3, LogLevel.Warning, "This host could not {What} in the database, and tries again each second: {Problem}")]
        public static partial void Silent(ILogger logger, string what, string problem);

        [LoggerMessage(4, LogLevel.Warning, "The database could not be told that this host ends, and finds out in a minute: {Problem}")]
        public static partial void NotEnded(ILogger logger, string problem);
    }
}
