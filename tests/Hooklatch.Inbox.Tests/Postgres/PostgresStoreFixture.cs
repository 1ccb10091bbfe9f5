using System.Collections.Concurrent;
using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Postgres;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>Stores on PostgreSQL, in a schema of its own: what outlasts a process is that schema. The clock of the test is the database's.</summary>
internal sealed class PostgresStoreFixture(PostgresCluster? cluster = null) : IStoreFixture
{
    private readonly List<PostgresInboxStore> _others = [];
    private PostgresCluster? _cluster = cluster;
    private PostgresInboxStore? _store;

    public InboxLimits Limits { get; set; } = new(1_000_000, 1L << 40, 0);

    public FakeTimeProvider Time { get; init; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public string Schema { get; } = $"t{Guid.NewGuid():N}"[..20];

    public ConcurrentQueue<(long Id, long Token)> Revoked { get; } = [];

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public Action<PostgresInboxOptions> Configure { get; init; } = _ => { };

    public PostgresInboxStore Postgres => _store!;

    public IInboxStore Store => Postgres;

    public PostgresCluster Cluster => _cluster!;

    public InboxStoreContext Context =>
        new()
        {
            Time = Time,
            Limits = Limits,
            DataDirectory = "unused",
            Revoked = (id, token) => Revoked.Enqueue((id, token)),
            Logger = Logger,
        };

    public Task OpenAsync(InboxLimits limits)
    {
        Limits = limits;
        return OpenAsync();
    }

    public async Task OpenAsync() => _store = await OpenOtherAsync();

    /// <summary>The host dies. Its heartbeat is a minute old at once, so that the next start need not wait for that.</summary>
    public async Task RestartAsync()
    {
        await Postgres.AbandonAsync();
        await SilenceAllAsync();
        await OpenAsync();
    }

    public Task SilenceAllAsync() => RunAsync($"update {Schema}.host set seen_at = 0");

    /// <summary>Another host on the same schema.</summary>
    public async Task<PostgresInboxStore> OpenOtherAsync(InboxStoreContext? context = null)
    {
        var store = await CreateAsync();
        await store.OpenAsync(context ?? Context, CancellationToken.None);
        return store;
    }

    /// <summary>A store that is not open.</summary>
    public async Task<PostgresInboxStore> CreateAsync(string? connectionString = null)
    {
        _cluster ??= await PostgresCluster.SharedAsync();
        var options = new PostgresInboxOptions { ConnectionString = connectionString ?? _cluster.ConnectionString, Schema = Schema };
        Configure(options);
        var store = new PostgresInboxStore(
            Options.Create(options),
            (NpgsqlDataSource?)null,
            new() { Clock = () => Time.GetUtcNow().UtcTicks }
        );
        _others.Add(store);
        return store;
    }

    public async Task RunAsync(string sql) => await Cluster.NumberAsync(sql);

    public async ValueTask DisposeAsync()
    {
        if (_cluster is null)
        {
            return;
        }

        foreach (var store in _others)
        {
            await store.DisposeAsync();
        }

        await RunAsync($"drop schema if exists {Schema} cascade");
    }
}
