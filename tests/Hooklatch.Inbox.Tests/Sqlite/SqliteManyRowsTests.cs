using System.Diagnostics;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Inbox.Tests.Sqlite;

/// <summary>
/// A store that keeps many finished deliveries does as much for a claim, a page and a metric as one that keeps a few. What SQLite counts is compared, which no
/// machine changes; <c>HOOKLATCH_SOAK=1</c> takes five million rows, and compares times, too.
/// </summary>
public sealed class SqliteManyRowsTests : SqliteStoreTests
{
    private const double Most = 2;

    /// <summary>What each page can be full of, in both stores.</summary>
    private const int OfEach = 60;

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("HOOKLATCH_SOAK") == "1";
    private static readonly int Rows = IsSoak ? 5_000_000 : 50_000;
    private static readonly int Repetitions = IsSoak ? 201 : 5;

    private static readonly InboxResult Failed = InboxResult.Dead("System.IO.IOException", "It broke.", "00000000000000aa");

    private static readonly (string Name, Func<IInboxStore, int, Task> Do)[] Operations =
    [
        ("accept, claim, end", ClaimAsync),
        ("depth", async (store, _) => await store.GetDepthAsync(Ended)),
        ("page", Page(new())),
        ("page of an endpoint", Page(new() { Plugin = "tests.one", Endpoint = "/a" })),
        ("page of done", Page(new() { State = InboxState.Done })),
        ("page of ready", Page(new() { State = InboxState.Ready })),
        ("page of delayed", Page(new() { State = InboxState.Delayed })),
        ("page of dead", Page(new() { State = InboxState.Dead })),
        ("page of dismissed", Page(new() { State = InboxState.Dismissed })),
        ("page of an error", Page(new() { ErrorType = Failed.ErrorType })),
        ("page of a fingerprint", Page(new() { Fingerprint = Failed.Fingerprint })),
        ("page of an id", Page(new() { DeliveryId = "dead-7" }, atLeast: 1)),
        (
            "one delivery",
            async (store, _) =>
                Assert.NotNull(await store.FindAsync((await store.SearchAsync(new() { Size = 1 }, Ended)).Deliveries[0].Id, Ended))
        ),
    ];

    [Fact]
    public async Task Millions_of_finished_rows_cost_no_claim_no_page_and_no_metric_anything()
    {
        var few = await OpenAsync();
        var many = await OpenAsync();
        await FillAsync(many);
        await AddEachAsync(few);
        await AddEachAsync(many);

        foreach (var (name, operation) in Operations)
        {
            var (small, large) = (new Cost(few), new Cost(many));
            for (var number = 0; number < Repetitions; number++)
            {
                // In turn, so that whatever else the machine does hits both.
                await small.AddAsync(operation, number);
                await large.AddAsync(operation, number);
            }

            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{name}: {small.Work.Steps} : {large.Work.Steps} steps, {small.Median.TotalMicroseconds:F0} : {large.Median.TotalMicroseconds:F0} µs with {Rows:N0} rows more"
            );
            Assert.Equal((0, 0), (large.Work.Scans, large.Work.Sorts));
            Assert.InRange(large.Work.Steps, 1, Most * small.Work.Steps);
            if (IsSoak)
            {
                Assert.InRange(large.Median, TimeSpan.Zero, Most * small.Median);
            }
        }
    }

    /// <summary>What no index finds is read in parts of a bounded size.</summary>
    [Fact]
    public async Task A_page_of_what_is_rare_reads_no_more_than_its_part()
    {
        var many = await OpenAsync();
        await FillAsync(many);
        var before = (await WorkAsync(many)).Steps;
        var watch = Stopwatch.StartNew();

        var page = await many.Store.SearchAsync(new() { Event = "rare" }, Ended);

        var steps = (await WorkAsync(many)).Steps - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{steps} steps, {watch.Elapsed.TotalMilliseconds:F1} ms of {Rows:N0} rows");
        Assert.Empty(page.Deliveries);
        Assert.NotNull(page.Next);
        Assert.InRange(steps, InboxQuery.MaxRowsRead, 40 * InboxQuery.MaxRowsRead);
    }

    /// <summary>A sweep looks at a part of what is kept, however much there is.</summary>
    [Fact]
    public async Task A_sweep_that_drops_nothing_reads_no_more_than_its_part()
    {
        var many = await OpenAsync();
        await FillAsync(many);
        var before = await WorkAsync(many);

        await many.Store.SweepAsync(KeepAll, Ended);

        var work = (await WorkAsync(many)).Minus(before);
        TestContext.Current.TestOutputHelper?.WriteLine($"{work.Steps} steps of {Rows:N0} rows");
        Assert.Equal((0, 0), (work.Scans, work.Sorts));
        Assert.InRange(work.Steps, 1, 25_000);
    }

    [Fact]
    public async Task A_scan_and_a_sort_are_seen()
    {
        var fixture = await OpenAsync();
        await AddEachAsync(fixture);
        var before = await WorkAsync(fixture);

        await fixture.Sqlite.Inbox.Writer.RunAsync(
            session => session.Database.Prepare("select id from delivery where event = 'push' order by body_length").Number(),
            Ended
        );

        var work = (await WorkAsync(fixture)).Minus(before);
        Assert.True(work is { Scans: > 0, Sorts: > 0 }, $"{work}");
    }

    private static Func<IInboxStore, int, Task> Page(InboxQuery query, int atLeast = 50) =>
        async (store, _) => Assert.InRange((await store.SearchAsync(query, Ended)).Deliveries.Count, atLeast, 50);

    private static async Task ClaimAsync(IInboxStore store, int number)
    {
        await store.AcceptAsync(Item(new string('x', 200), 1_000_000 + number, $"claim-{number}", "/b"), claim: false, Ended);
        var claimed = await store.ClaimAsync(new([new("tests.one", "/b", 1)], 1), Ended);
        Assert.True(await store.EndAsync(Assert.Single(claimed.Work), InboxResult.Done(), Ended));
    }

    /// <summary>Adds deliveries in every state that a page can ask for.</summary>
    private static async Task AddEachAsync(SqliteStoreFixture fixture)
    {
        foreach (var state in new[] { InboxState.Done, InboxState.Dead, InboxState.Delayed, InboxState.Dismissed, InboxState.Ready })
        {
            for (var number = 1; number <= OfEach; number++)
            {
                var identity = ((int)state * 1000) + number;
                var item = Item(new string('x', 200), identity, $"{state.ToString().ToLowerInvariant()}-{number}");
                var accepted = await fixture.Store.AcceptAsync(item, claim: state is not (InboxState.Ready or InboxState.Dismissed), Ended);
                await (
                    state switch
                    {
                        InboxState.Done => fixture.Store.EndAsync(accepted.Work!, InboxResult.Done(), Ended),
                        InboxState.Dead => fixture.Store.EndAsync(accepted.Work!, Failed, Ended),
                        InboxState.Delayed => fixture.Store.EndAsync(
                            accepted.Work!,
                            InboxResult.Retry(TimeSpan.FromDays(1), "System.TimeoutException", null, "00000000000000bb"),
                            Ended
                        ),
                        InboxState.Dismissed => fixture.Store.DismissAsync(accepted.Id, Ended),
                        _ => ValueTask.FromResult(true),
                    }
                );
            }
        }
    }

    /// <summary>Writes finished deliveries of 200 bytes as the store does, many at once.</summary>
    private static async Task FillAsync(SqliteStoreFixture fixture)
    {
        var first = await fixture.Store.AcceptAsync(Item(), claim: true, Ended);
        await fixture.Store.EndAsync(first.Work!, InboxResult.Done(), Ended);
        await fixture.Sqlite.DisposeAsync();
        using (var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(5)))
        {
            database.Execute("pragma synchronous = off; pragma cache_size = -1000000; begin");
            var received = fixture.Time.GetUtcNow().UtcTicks;
            string[] tables =
            [
                $"insert into delivery select i, 1, {received} + i, 202, 200, 'push', null, 'old-' || i, randomblob(16), null, null, null, 0, 0, 0 from n",
                "insert into body select i, randomblob(200), null, null, x'7b7d', null from n",
                $"insert into identity select randomblob(24), i, {received} + i from n",
                $"insert into outcome select i << 12, 1, 0, {(int)InboxState.Done}, {received} + i, 1000, {received} + i, 'Shop.Hooks.OnPush', null, null, null from n",
            ];
            foreach (var table in tables)
            {
                var numbers = $"with recursive n(i) as (select 2 union all select i + 1 from n where i <= {Rows})";
                database.Execute($"{numbers} {table}");
            }

            database.Execute("commit");
        }

        await fixture.OpenAsync();
    }

    private static async Task<StatementWork> WorkAsync(SqliteStoreFixture fixture) =>
        (await fixture.Sqlite.Inbox.Writer.RunAsync(session => session.Database.Work, Ended)).Plus(fixture.Sqlite.Inbox.Readers.Work);

    /// <summary>What an operation costs one store.</summary>
    private sealed class Cost(SqliteStoreFixture fixture)
    {
        private readonly List<TimeSpan> _times = [];

        public StatementWork Work { get; private set; }

        public TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

        public async Task AddAsync(Func<IInboxStore, int, Task> operation, int number)
        {
            var before = await WorkAsync(fixture);
            var watch = Stopwatch.StartNew();
            await operation(fixture.Store, number);
            _times.Add(watch.Elapsed);
            Work = Work.Plus((await WorkAsync(fixture)).Minus(before));
        }
    }
}
