using System.Text;

namespace Hooklatch.Inbox.Tests.Contract;

/// <summary>What every store must do. A store's tests derive from it and say how one is opened; one file per topic.</summary>
public abstract partial class InboxStoreContract : IAsyncLifetime
{
    private static readonly InboxLimits Unlimited = new(1_000_000, 1L << 40, 0);
    private static readonly InboxRetention KeepAll = new(TimeSpan.FromDays(10_000), 1L << 50, TimeSpan.FromDays(10_000));
    private readonly List<IStoreFixture> _fixtures = [];
    private IStoreFixture _fixture = null!;

    protected static CancellationToken Ended => TestContext.Current.CancellationToken;

    protected IInboxStore Store => _fixture.Store;

    protected DateTimeOffset Now => _fixture.Time.GetUtcNow();

    public async ValueTask InitializeAsync() => await OpenAsync(Unlimited);

    public async ValueTask DisposeAsync()
    {
        foreach (var fixture in _fixtures)
        {
            await fixture.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract IStoreFixture CreateFixture();

    /// <summary>How many bytes a delivery counts in the store; more than its own where something is stored beside it.</summary>
    protected virtual long SizeOf(InboxItem item) => item.Size;

    /// <summary>By how many bytes a report or a value is longer in the store.</summary>
    protected virtual int Overhead => 0;

    /// <summary>Goes on with a new store.</summary>
    private async Task OpenAsync(InboxLimits limits)
    {
        _fixtures.Add(_fixture = CreateFixture());
        await _fixture.OpenAsync(limits);
    }

    private Task RestartAsync() => _fixture.RestartAsync();

    private void Pass(TimeSpan time) => _fixture.Time.Advance(time);

    /// <summary>A delivery; copies have the same number for an identity.</summary>
    private InboxItem Item(
        string endpoint = "/a",
        string? key = null,
        int? identity = null,
        string plugin = "tests.one",
        string body = "{}"
    ) =>
        new()
        {
            Plugin = plugin,
            Endpoint = endpoint,
            ReceivedAt = Now,
            Body = Encoding.UTF8.GetBytes(body),
            OrderKey = key,
            Identity = identity is { } number ? Identity(number) : default,
        };

    private static byte[] Identity(int number)
    {
        var identity = new byte[16];
        BitConverter.TryWriteBytes(identity, number);
        identity[15] = 1;
        return identity;
    }

    private async Task<InboxAcceptance> OfferAsync(InboxItem item, bool claim = false) => await Store.AcceptAsync(item, claim, Ended);

    private async Task<long> AcceptAsync(InboxItem item)
    {
        var acceptance = await OfferAsync(item);
        Assert.Equal(InboxAcceptanceKind.Accepted, acceptance.Kind);
        return acceptance.Id;
    }

    private Task<long> AcceptAsync(string endpoint = "/a", string? key = null) => AcceptAsync(Item(endpoint, key));

    private async Task<long[]> AcceptManyAsync(int count, string endpoint = "/a", string? key = null)
    {
        var ids = new long[count];
        for (var index = 0; index < count; index++)
        {
            ids[index] = await AcceptAsync(endpoint, key);
        }

        return ids;
    }

    private async Task<InboxClaimed> ClaimAsync(InboxClaim claim) => await Store.ClaimAsync(claim, Ended);

    private Task<InboxClaimed> ClaimedAsync(int max, bool onlySuspect, params string[] endpoints) =>
        ClaimAsync(new([.. endpoints.Select(endpoint => new InboxShare("tests.one", endpoint, max))], max) { OnlySuspect = onlySuspect });

    /// <summary>Claims everything that is ready of some endpoints, <c>/a</c> where none is named.</summary>
    private async Task<IReadOnlyList<InboxWork>> ClaimAllAsync(params string[] endpoints) =>
        (await ClaimedAsync(1000, onlySuspect: false, endpoints is [] ? ["/a"] : endpoints)).Work;

    private async Task<InboxWork> ClaimOneAsync(string endpoint = "/a") =>
        Assert.Single((await ClaimedAsync(1, onlySuspect: false, endpoint)).Work);

    private async Task<InboxWork?> ClaimSuspectAsync(params string[] endpoints) =>
        (await ClaimedAsync(100, onlySuspect: true, endpoints is [] ? ["/a"] : endpoints)).Work.SingleOrDefault();

    private async Task<bool> EndAsync(InboxWork work, InboxResult result) => await Store.EndAsync(work, result, Ended);

    private async Task EndAsync(IEnumerable<InboxWork> works, InboxResult result)
    {
        foreach (var work in works)
        {
            Assert.True(await EndAsync(work, result));
        }
    }

    private static InboxResult Retry(TimeSpan after) => InboxResult.Retry(after, "System.IO.IOException", "It broke.", "00000000000000aa");

    private static InboxResult Dead() => InboxResult.Dead("System.IO.IOException", "It broke.", "00000000000000aa");

    private async Task StartAsync(InboxWork work, bool isAlone) => Assert.True(await Store.MarkStartedAsync(work, isAlone, Ended));

    private async Task<InboxRecord?> FindAsync(long id) => await Store.FindAsync(id, Ended);

    private async Task<InboxSummary> SummaryAsync(long id)
    {
        var record = await FindAsync(id);
        Assert.NotNull(record);
        return record.Summary;
    }

    private async Task<InboxState> StateAsync(long id) => (await SummaryAsync(id)).State;

    private async Task<InboxDepth> DepthAsync(string endpoint = "/a") =>
        (await Store.GetDepthAsync(Ended)).SingleOrDefault(depth => (depth.Plugin, depth.Endpoint) == ("tests.one", endpoint))
        ?? new InboxDepth { Plugin = "tests.one", Endpoint = endpoint };

    /// <summary>Sweeps until there is nothing more to drop.</summary>
    private async Task SweepAsync(InboxRetention retention)
    {
        for (var sweeps = 0; await Store.SweepAsync(retention, Ended); sweeps++)
        {
            Assert.True(sweeps < 10_000, "The store says for ever that there is more to drop.");
        }
    }

    /// <summary>All that is found, page by page.</summary>
    private async Task<List<InboxSummary>> SearchAsync(InboxQuery query)
    {
        var found = new List<InboxSummary>();
        for (var before = query.Before; ; )
        {
            var page = await Store.SearchAsync(query with { Before = before }, Ended);
            Assert.InRange(page.Deliveries.Count, 0, Math.Clamp(query.Size, 1, InboxQuery.MaxSize));
            found.AddRange(page.Deliveries);
            if (page.Next is not { } next)
            {
                return found;
            }

            Assert.True(before is null || next < before, "The next page begins where this one did.");
            before = next;
        }
    }

    private async Task<long[]> IdsAsync(InboxQuery query) => [.. (await SearchAsync(query)).Select(summary => summary.Id)];
}
