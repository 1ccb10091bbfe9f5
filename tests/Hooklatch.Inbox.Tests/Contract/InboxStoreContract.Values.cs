using System.Text;

namespace Hooklatch.Inbox.Tests.Contract;

/// <content>Values that plugins keep.</content>
public abstract partial class InboxStoreContract
{
    private static readonly ValueKey Key = new("tests.one", "chat:a", "cursor");

    [Fact]
    public async Task A_value_is_read_as_it_was_written_also_after_a_restart()
    {
        Assert.Null(await Store.GetValueAsync(Key, Ended));

        var version = await SetAsync(Key, "one");
        await RestartAsync();

        Assert.Equal(("one", version, null), await ReadAsync(Key));
        await SetAsync(Key, "");
        Assert.Equal("", (await ReadAsync(Key)).Value);
    }

    [Fact]
    public async Task Values_of_other_plugins_scopes_and_keys_are_others()
    {
        ValueKey[] others = [Key with { Plugin = "tests.two" }, Key with { Scope = "user:a" }, Key with { Key = "Cursor" }];
        await SetAsync(Key, "own");
        foreach (var other in others)
        {
            Assert.Null(await Store.GetValueAsync(other, Ended));
            await SetAsync(other, other.ToString());
        }

        Assert.Equal("own", (await ReadAsync(Key)).Value);
        foreach (var other in others)
        {
            Assert.Equal(other.ToString(), (await ReadAsync(other)).Value);
        }
    }

    [Fact]
    public async Task Only_who_knows_the_version_changes_a_value()
    {
        var first = await Store.SetValueAsync(Key, "one"u8.ToArray(), null, ifVersion: 0, Ended);
        Assert.NotNull(first);
        Assert.Null(await Store.SetValueAsync(Key, "two"u8.ToArray(), null, ifVersion: 0, Ended));

        var second = await Store.SetValueAsync(Key, "two"u8.ToArray(), null, first, Ended);
        Assert.True(second > first);
        Assert.Null(await Store.SetValueAsync(Key, "three"u8.ToArray(), null, first, Ended));
        Assert.Equal(("two", second!.Value, null), await ReadAsync(Key));
    }

    [Fact]
    public async Task A_version_does_not_come_back_where_a_value_was_deleted()
    {
        var first = await SetAsync(Key, "one");
        Assert.True(await Store.DeleteValueAsync(Key, Ended));
        await RestartAsync();

        var second = await SetAsync(Key, "one");

        Assert.True(second > first);
        Assert.Null(await Store.SetValueAsync(Key, "two"u8.ToArray(), null, first, Ended));
    }

    [Fact]
    public async Task One_of_many_who_read_the_same_writes()
    {
        var version = await SetAsync(Key, "0");

        var written = await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(number =>
                    Task.Run(async () => await Store.SetValueAsync(Key, Encoding.UTF8.GetBytes($"{number}"), null, version, Ended))
                )
        );

        Assert.Single(written, each => each is not null);
    }

    [Fact]
    public async Task A_value_that_has_expired_is_gone()
    {
        var version = await SetAsync(Key, "one", TimeSpan.FromMinutes(1));
        Assert.Equal(("one", version, Now + TimeSpan.FromMinutes(1)), await ReadAsync(Key));
        Pass(TimeSpan.FromMinutes(1));

        Assert.Null(await Store.GetValueAsync(Key, Ended));
        Assert.False(await Store.DeleteValueAsync(Key, Ended));
        Assert.NotNull(await Store.SetValueAsync(Key, "two"u8.ToArray(), null, ifVersion: 0, Ended));
        await SweepAsync(KeepAll);
        Assert.Equal("two", (await ReadAsync(Key)).Value);
    }

    [Fact]
    public async Task A_value_that_is_deleted_is_gone()
    {
        await SetAsync(Key, "one");

        Assert.True(await Store.DeleteValueAsync(Key, Ended));
        Assert.False(await Store.DeleteValueAsync(Key, Ended));
        Assert.Null(await Store.GetValueAsync(Key, Ended));
    }

    [Fact]
    public async Task The_values_of_a_plugin_have_a_limit_of_its_own()
    {
        await OpenAsync(Unlimited with { MaxValueBytes = 1120 + Overhead });
        await SetAsync(Key, new string('x', 900));

        await Assert.ThrowsAsync<InvalidOperationException>(() => SetAsync(Key with { Key = "other" }, new string('x', 900)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SetAsync(Key, new string('x', 1100)));
        Assert.Equal(900, (await ReadAsync(Key)).Value.Length);
        await SetAsync(Key with { Plugin = "tests.two" }, new string('x', 900));
        await SetAsync(Key, new string('y', 950));
        await RestartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => SetAsync(Key with { Key = "other" }, new string('x', 900)));
        await Store.DeleteValueAsync(Key, Ended);
        await SetAsync(Key with { Key = "other" }, new string('x', 900), TimeSpan.FromMinutes(1));
        Pass(TimeSpan.FromMinutes(1));
        await SweepAsync(KeepAll);
        await SetAsync(Key, new string('x', 900));
    }

    [Fact]
    public async Task What_the_worker_notes_of_schedules_does_not_count()
    {
        await OpenAsync(Unlimited with { MaxValueBytes = 500 + Overhead });
        await SetAsync(Key, new string('x', 300));

        await SetAsync(Key with { Scope = ValueKey.Schedules }, new string('x', 900));
        await RestartAsync();
        await SetAsync(Key, new string('y', 300));

        await Assert.ThrowsAsync<InvalidOperationException>(() => SetAsync(Key with { Key = "other" }, new string('x', 300)));
    }

    [Fact]
    public async Task Every_value_takes_some_room()
    {
        await OpenAsync(Unlimited with { MaxValueBytes = 1000 + (8 * Overhead) });

        for (var number = 0; number < 8; number++)
        {
            await SetAsync(Key with { Key = $"{number}" }, "");
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => SetAsync(Key with { Key = "more" }, new string('x', 200)));
    }

    [Fact]
    public async Task Many_that_are_written_at_once_keep_the_limit_too()
    {
        var size = new ValueKey("tests.one", "chat:a", "00").SizeOf(300) + Overhead;
        await OpenAsync(Unlimited with { MaxValueBytes = (7 * size) - 1 });

        var written = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            await SetAsync(Key with { Key = $"{number:00}" }, new string('x', 300));
                            return 1;
                        }
                        catch (InvalidOperationException)
                        {
                            return 0;
                        }
                    })
                )
        );

        Assert.Equal(6, written.Sum());
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("ü€😀")]
    public async Task A_key_is_any_text_and_is_counted_as_it_is(string name)
    {
        await OpenAsync(Unlimited with { MaxValueBytes = 400 + Overhead });
        for (var round = 0; round < 10; round++)
        {
            await SetAsync(Key with { Key = name }, "some text", TimeSpan.FromMinutes(1));
            Pass(TimeSpan.FromMinutes(1));
            await SweepAsync(KeepAll);
        }

        await SetAsync(Key with { Key = name }, new string('x', 250));
        await RestartAsync();
        Assert.Equal(250, (await ReadAsync(Key with { Key = name })).Value.Length);
    }

    [Fact]
    public async Task Values_and_deliveries_do_not_know_of_each_other()
    {
        await SetAsync(Key, "one");
        var id = await AcceptAsync();

        await Store.EraseAsync(new() { Plugin = "tests.one" }, Ended);

        Assert.Equal("one", (await ReadAsync(Key)).Value);
        Assert.Null(await FindAsync(id));
    }

    private async Task<long> SetAsync(ValueKey key, string value, TimeSpan? lifetime = null) =>
        (await Store.SetValueAsync(key, Encoding.UTF8.GetBytes(value), lifetime, null, Ended))!.Value;

    private async Task<(string Value, long Version, DateTimeOffset? ExpiresAt)> ReadAsync(ValueKey key)
    {
        var found = await Store.GetValueAsync(key, Ended);
        Assert.NotNull(found);
        return (Encoding.UTF8.GetString(found.Value.Span), found.Version, found.ExpiresAt);
    }
}
