using System.Collections.Concurrent;
using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Inbox.Tests.Sqlite;

/// <summary>The store on SQLite, in a directory of its own: what outlasts a process is that directory.</summary>
internal sealed class SqliteStoreFixture(SqliteHooks? hooks = null) : IStoreFixture
{
    private InboxLimits _limits = new(1_000_000, 1L << 40, 0);
    private SqliteInboxStore? _store;

    public ConcurrentQueue<(long Id, long Token)> Revoked { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "inboxes", Guid.NewGuid().ToString("N"));

    public string Database => Path.Combine(Directory, "inbox", "inbox.db");

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public SqliteInboxStore Sqlite => _store!;

    public IInboxStore Store => Sqlite;

    public Task OpenAsync(InboxLimits limits)
    {
        _limits = limits;
        return OpenAsync();
    }

    public async Task OpenAsync()
    {
        _store = Create();
        await _store.OpenAsync(Context, CancellationToken.None);
    }

    public async Task RestartAsync()
    {
        await Sqlite.AbandonAsync();
        await OpenAsync();
    }

    public InboxStoreContext Context =>
        new()
        {
            Time = Time,
            Limits = _limits,
            DataDirectory = Directory,
            Logger = Logger,
            Revoked = (id, token) => Revoked.Enqueue((id, token)),
        };

    /// <summary>Another store on the same file.</summary>
    public SqliteInboxStore Create() =>
        new(Options.Create(new SqliteInboxOptions { BusyTimeout = BusyTimeout }), hooks ?? SqliteHooks.None);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        if (System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }
}
