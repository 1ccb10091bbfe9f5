using System.Text;
using Hooklatch.Sqlite;

namespace Hooklatch.Inbox.Tests.Sqlite;

/// <summary>What tests of the store on SQLite share.</summary>
public abstract class SqliteStoreTests : IAsyncLifetime
{
    private readonly List<SqliteStoreFixture> _fixtures = [];

    internal static readonly InboxRetention KeepAll = new(TimeSpan.FromDays(10_000), 1L << 50, TimeSpan.FromDays(10_000));

    protected static CancellationToken Ended => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var fixture in _fixtures)
        {
            await fixture.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    internal SqliteStoreFixture Create(SqliteHooks? hooks = null)
    {
        var fixture = new SqliteStoreFixture(hooks);
        _fixtures.Add(fixture);
        return fixture;
    }

    internal async Task<SqliteStoreFixture> OpenAsync(SqliteHooks? hooks = null)
    {
        var fixture = Create(hooks);
        await fixture.OpenAsync();
        return fixture;
    }

    internal static InboxItem Item(string body = "{}", int identity = 0, string? deliveryId = null, string endpoint = "/a") =>
        new()
        {
            Plugin = "tests.one",
            Endpoint = endpoint,
            ReceivedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            Body = Encoding.UTF8.GetBytes(body),
            DeliveryId = deliveryId,
            Identity = identity == 0 ? default : IdentityOf(identity),
        };

    internal static byte[] IdentityOf(int number)
    {
        var identity = new byte[16];
        BitConverter.TryWriteBytes(identity, number);
        return identity;
    }

    internal static InboxClaim All(bool onlySuspect = false) => new([new("tests.one", "/a", 100)], 100) { OnlySuspect = onlySuspect };
}
