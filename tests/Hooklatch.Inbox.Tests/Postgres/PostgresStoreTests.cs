using System.Text;
using Hooklatch.Postgres;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>What tests of the store on PostgreSQL share.</summary>
public abstract class PostgresStoreTests : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _owned = [];

    protected static CancellationToken Ended => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        for (var index = _owned.Count - 1; index >= 0; index--)
        {
            await _owned[index].DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    internal T Own<T>(T owned)
        where T : IAsyncDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    internal async Task<PostgresStoreFixture> OpenAsync(PostgresCluster? cluster = null, Action<PostgresInboxOptions>? configure = null)
    {
        var fixture = Own(new PostgresStoreFixture(cluster) { Configure = configure ?? (_ => { }) });
        await fixture.OpenAsync();
        return fixture;
    }

    internal static InboxItem Item(int identity = 0, string? key = null, string endpoint = "/a", string body = "{}") =>
        new()
        {
            Plugin = "tests.one",
            Endpoint = endpoint,
            ReceivedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            Body = Encoding.UTF8.GetBytes(body),
            OrderKey = key,
            Identity = identity == 0 ? default : IdentityOf(identity),
        };

    internal static byte[] IdentityOf(int number)
    {
        var identity = new byte[16];
        BitConverter.TryWriteBytes(identity, number);
        return identity;
    }

    internal static InboxClaim All(int max = 100, params string[] endpoints) =>
        new([.. (endpoints is [] ? ["/a"] : endpoints).Select(endpoint => new InboxShare("tests.one", endpoint, max))], max);

    internal static async Task<InboxState> StateAsync(IInboxStore store, long id) => (await store.FindAsync(id, Ended))!.Summary.State;
}
