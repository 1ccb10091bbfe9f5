using System.Text;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteErasureTests : SqliteStoreTests
{
    private const string Mark = "ERASEME";

    [Fact]
    public async Task No_file_holds_a_byte_of_what_was_erased()
    {
        var fixture = await OpenAsync();
        // Pages are split and merged, and cells moved, between those that stay and those that go.
        var gone = new List<long>();
        for (var number = 1; number <= 400; number++)
        {
            var isGone = number % 3 == 0;
            var id = await KeepAsync(fixture, number, isGone ? Mark : "kept");
            gone.AddRange(isGone ? [id] : []);
        }

        Assert.NotEmpty(HoldersOf(fixture));
        foreach (var id in gone)
        {
            Assert.Equal(1, await fixture.Store.EraseAsync(new() { Id = id }, Ended));
        }

        Assert.Empty(HoldersOf(fixture));
        Assert.Equal(400 - gone.Count, (await fixture.Store.SearchAsync(new() { Size = 500 }, Ended)).Deliveries.Count);
    }

    [Fact]
    public async Task No_file_holds_a_byte_of_a_large_one_that_was_erased()
    {
        var fixture = await OpenAsync();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Mark, 400_000)));
        var id = (await fixture.Store.AcceptAsync(Item() with { Body = bytes, Payload = bytes }, claim: false, Ended)).Id;
        Assert.NotEmpty(HoldersOf(fixture));

        Assert.Equal(1, await fixture.Store.EraseAsync(new() { Id = id }, Ended));

        Assert.Empty(HoldersOf(fixture));
    }

    [Fact]
    public async Task What_another_process_still_reads_is_told()
    {
        var fixture = await OpenAsync();
        var id = (await fixture.Store.AcceptAsync(Item(Mark), claim: false, Ended)).Id;
        using var reader = Hooklatch.Sqlite.Engine.Database.Open(fixture.Database, TimeSpan.FromSeconds(1));
        reader.Execute("begin");
        reader.Number("select count(*) from delivery");

        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.EraseAsync(new() { Id = id }, Ended));
        reader.Execute("commit");
        await fixture.Store.EraseAsync(new() { Id = id }, Ended);

        Assert.Empty(HoldersOf(fixture));
    }

    private static async Task<long> KeepAsync(SqliteStoreFixture fixture, int number, string text)
    {
        var filler = new string('.', number * 37 % 900);
        var item = new InboxItem
        {
            Plugin = "tests.one",
            Endpoint = "/a",
            ReceivedAt = fixture.Time.GetUtcNow(),
            Body = Encoding.UTF8.GetBytes($"{text} body {number} {filler}{new string('x', number * 131 % 9000)}"),
            Payload = number % 2 == 0 ? Encoding.UTF8.GetBytes($"{text} payload {number}") : null,
            Details = Encoding.UTF8.GetBytes($"{text} details {number}"),
            Event = $"{text} event {filler}",
            EventAction = $"{text} action {number}",
            DeliveryId = $"{text} delivery {number}",
            OrderKey = number % 4 == 0 ? $"{text} key {number % 5}" : null,
            Identity = IdentityOf(number),
        };
        var accepted = await fixture.Store.AcceptAsync(item, claim: true, Ended);
        if (accepted.Work is { } work)
        {
            var result =
                number % 5 == 0 ? InboxResult.Done()
                : number % 5 == 1 ? InboxResult.Dead($"{text} type {number}", $"{text} error {filler}", $"{text} print {number}")
                : InboxResult.Retry(TimeSpan.Zero, $"{text} type {number}", $"{text} error {filler}", $"{text} print {number}");
            await fixture.Store.EndAsync(work, result, Ended);
        }

        return accepted.Id;
    }

    private static string[] HoldersOf(SqliteStoreFixture fixture) =>
        [.. SqliteFilesTests.Files(fixture).Where(file => SqliteFilesTests.Holds(file, Mark)).Select(file => Path.GetFileName(file))];
}
