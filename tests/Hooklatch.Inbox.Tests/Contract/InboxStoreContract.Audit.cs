namespace Hooklatch.Inbox.Tests.Contract;

/// <content>What persons have changed.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task An_entry_of_the_audit_is_read_as_it_was_written_also_after_a_restart()
    {
        var entry = Audit("replay") with { Detail = "of \0 größe 🪝", Peer = "192.0.2.1" };

        await Store.AddAuditAsync(entry, Ended);
        await RestartAsync();

        var read = Assert.Single(await AuditAsync());
        Assert.True(read.Id > 0);
        Assert.Equal(entry with { Id = read.Id }, read);
    }

    [Fact]
    public async Task What_is_not_said_in_an_entry_is_not_made_up()
    {
        await Store.AddAuditAsync(Audit("pause"), Ended);

        var read = Assert.Single(await AuditAsync());
        Assert.Equal((null, null), (read.Detail, read.Peer));
    }

    [Fact]
    public async Task The_id_of_an_entry_is_the_stores_and_grows()
    {
        await Store.AddAuditAsync(Audit("one") with { Id = 77 }, Ended);
        await RestartAsync();
        await Store.AddAuditAsync(Audit("two") with { Id = 77 }, Ended);

        var read = await AuditAsync();
        Assert.Equal(["two", "one"], read.Select(entry => entry.Action));
        Assert.True(read[0].Id > read[1].Id);
    }

    [Fact]
    public async Task The_audit_is_read_newest_first_page_by_page()
    {
        for (var number = 0; number < 7; number++)
        {
            await Store.AddAuditAsync(Audit($"{number}"), Ended);
        }

        var read = new List<string>();
        for (long? before = null; await Store.ReadAuditAsync(before, 3, Ended) is { Count: > 0 } page; before = page[^1].Id)
        {
            Assert.InRange(page.Count, 1, 3);
            read.AddRange(page.Select(entry => entry.Action));
        }

        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], read);
        Assert.Single(await Store.ReadAuditAsync(null, 0, Ended));
        Assert.Equal(7, (await Store.ReadAuditAsync(null, int.MaxValue, Ended)).Count);
    }

    [Fact]
    public async Task A_page_of_the_audit_is_no_larger_than_the_largest()
    {
        await Task.WhenAll(Enumerable.Range(0, 510).Select(number => Store.AddAuditAsync(Audit($"{number}"), Ended).AsTask()));

        Assert.Equal(InboxQuery.MaxSize, (await Store.ReadAuditAsync(null, int.MaxValue, Ended)).Count);
    }

    [Fact]
    public async Task Erasing_deliveries_erases_no_entry_of_the_audit()
    {
        var id = await AcceptAsync();
        await Store.AddAuditAsync(Audit("erase") with { Target = $"delivery {id}" }, Ended);

        await Store.EraseAsync(new() { Plugin = "tests.one" }, Ended);
        await Store.EraseAsync(new() { Before = Now.AddDays(1) }, Ended);

        Assert.Single(await AuditAsync());
    }

    [Fact]
    public async Task An_entry_of_the_audit_is_kept_for_its_age_and_then_dropped()
    {
        await Store.AddAuditAsync(Audit("old"), Ended);
        Pass(TimeSpan.FromDays(1));
        await Store.AddAuditAsync(Audit("young"), Ended);
        Pass(TimeSpan.FromDays(89) - TimeSpan.FromSeconds(1));
        await SweepAsync(KeepAll);
        Assert.Equal(2, (await AuditAsync()).Count);

        Pass(TimeSpan.FromSeconds(2));
        await SweepAsync(KeepAll);

        Assert.Equal(["young"], (await AuditAsync()).Select(entry => entry.Action));
        Pass(TimeSpan.FromDays(2));
        await SweepAsync(KeepAll);
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Of_too_many_entries_of_the_audit_the_newest_are_kept_and_no_sweep_drops_all_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(_ => Store.AddAuditAsync(Audit("old"), Ended).AsTask()));
        await Store.AddAuditAsync(Audit("young"), Ended);

        Assert.True(await Store.SweepAsync(KeepAll with { MaxAuditEntries = 2 }, Ended));
        await SweepAsync(KeepAll with { MaxAuditEntries = 2 });

        Assert.Equal(["young", "old"], (await AuditAsync()).Select(entry => entry.Action));
        Assert.Equal(100_000, KeepAll.MaxAuditEntries);
    }

    [Fact]
    public async Task The_id_of_a_dropped_entry_is_given_to_no_other()
    {
        await Store.AddAuditAsync(Audit("old"), Ended);
        var old = Assert.Single(await AuditAsync()).Id;
        Pass(TimeSpan.FromDays(91));
        await SweepAsync(KeepAll);
        await RestartAsync();

        await Store.AddAuditAsync(Audit("young"), Ended);

        Assert.True(Assert.Single(await AuditAsync()).Id > old);
    }

    private InboxAuditEntry Audit(string action) =>
        new()
        {
            At = Now,
            Who = "ops",
            Action = action,
            Target = "tests.one/a",
        };

    private async Task<IReadOnlyList<InboxAuditEntry>> AuditAsync() => await Store.ReadAuditAsync(null, 100, Ended);
}
