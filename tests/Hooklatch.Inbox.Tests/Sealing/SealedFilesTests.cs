using System.Text;
using Hooklatch.Inbox.Tests.Sqlite;

namespace Hooklatch.Inbox.Tests.Sealing;

/// <summary>Sealed bodies in the files of the store that hosts have.</summary>
public sealed class SealedFilesTests : SqliteStoreTests
{
    private const string Canary = "CANARY-IN-A-COAL-MINE";

    [Theory]
    [InlineData(1)]
    [InlineData(200_000)] // In chunks.
    public async Task No_file_holds_a_byte_of_a_sealed_body(int copies)
    {
        var fixture = await OpenAsync();
        var sealing = new SealedStoreFixture(fixture, new SealingKeys());
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Canary, copies)));
        var item = Item(deliveryId: "id-in-the-open") with { Body = bytes, Payload = bytes, Details = bytes };

        var id = (await sealing.Store.AcceptAsync(item, claim: false, Ended)).Id;
        await sealing.Store.RecordAsync(item with { Identity = default }, InboxResult.Done(), Ended);
        var replay = await sealing.Store.ReplayAsync(id, Ended);

        Assert.Empty(HoldersOf(fixture, Canary));
        Assert.NotEmpty(HoldersOf(fixture, "id-in-the-open"));
        Assert.Equal(bytes.Length, (await sealing.Store.FindAsync(id, Ended))!.Summary.BodyLength);
        foreach (var each in new[] { id, replay!.Value })
        {
            Assert.True((await sealing.Store.ReadAsync(each, Ended))!.Body.Span.SequenceEqual(bytes));
            Assert.True((await sealing.Store.FindAsync(each, Ended))!.Item.Payload!.Value.Span.SequenceEqual(bytes));
        }
    }

    [Fact]
    public async Task A_body_that_is_not_sealed_is_found_in_a_file()
    {
        var fixture = await OpenAsync();
        var keys = new SealingKeys((SealingKeys.One, SealingKeys.FirstKey));
        await new SealedStoreFixture(fixture, keys).Store.AcceptAsync(Item(Canary), claim: false, Ended);

        Assert.NotEmpty(HoldersOf(fixture, Canary));
    }

    [Fact]
    public async Task Another_key_seals_without_a_restart_and_the_old_one_still_opens()
    {
        var keys = new SealingKeys((SealingKeys.One, SealingKeys.FirstKey));
        var store = new SealedStoreFixture(await OpenAsync(), keys).Store;
        var open = (await store.AcceptAsync(Item("open", 1), claim: false, Ended)).Id;
        keys.Change((SealingKeys.Active, "one"));
        var one = (await store.AcceptAsync(Item("first", 2), claim: false, Ended)).Id;
        keys.Change((SealingKeys.Two, SealingKeys.SecondKey), (SealingKeys.Active, "TWO"));
        var two = (await store.AcceptAsync(Item("second", 3), claim: false, Ended)).Id;

        Assert.Equal(["open", "first", "second"], [await TextAsync(open), await TextAsync(one), await TextAsync(two)]);

        keys.Change((SealingKeys.One, null));
        var missing = await Assert.ThrowsAsync<InvalidDataException>(() => TextAsync(one));
        Assert.Contains("Hooklatch:Inbox:Keys:one", missing.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.FindAsync(one, Ended));
        Assert.Equal(["open", "second"], [await TextAsync(open), await TextAsync(two)]);

        keys.Change((SealingKeys.One, SealingKeys.SecondKey));
        await Assert.ThrowsAsync<InvalidDataException>(() => TextAsync(one));
        keys.Change((SealingKeys.One, SealingKeys.FirstKey));
        Assert.Equal("first", await TextAsync(one));

        async Task<string> TextAsync(long id) => Encoding.UTF8.GetString((await store.ReadAsync(id, Ended))!.Body.Span);
    }

    [Theory]
    [InlineData(SealingKeys.Active, "three")]
    [InlineData(SealingKeys.One, "not a key")]
    [InlineData(SealingKeys.One, "")]
    public async Task A_change_with_a_mistake_in_it_neither_opens_the_store_nor_loses_a_key(string path, string value)
    {
        var fixture = await OpenAsync();
        var keys = new SealingKeys();
        var store = new SealedStoreFixture(fixture, keys).Store;
        await store.AcceptAsync(Item(Canary, 1), claim: false, Ended);

        keys.Change((path, value));
        var id = (await store.AcceptAsync(Item(Canary, 2), claim: false, Ended)).Id;

        Assert.NotNull(await store.ReadAsync(id, Ended));
        Assert.Empty(HoldersOf(fixture, Canary));
        Assert.DoesNotContain("not a key", Assert.Single(keys.Problems), StringComparison.Ordinal);
    }

    private static string[] HoldersOf(SqliteStoreFixture fixture, string text) =>
        [.. SqliteFilesTests.Files(fixture).Where(file => SqliteFilesTests.Holds(file, text)).Select(file => Path.GetFileName(file))];
}
