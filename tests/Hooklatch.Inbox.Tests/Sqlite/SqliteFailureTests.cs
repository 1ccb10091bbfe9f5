using Hooklatch.Sqlite;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Files;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteFailureTests : SqliteStoreTests
{
    private const int FlushFailed = 10 | (4 << 8);

    [Fact]
    public async Task A_full_disk_loses_nothing_and_the_store_comes_back_by_itself()
    {
        long? pages = 60;
        var fixture = await OpenAsync(new SqliteHooks { MaxPages = () => pages });
        var accepted = new List<long>();

        await Assert.ThrowsAsync<InboxUnavailableException>(async () =>
        {
            while (true)
            {
                accepted.Add((await fixture.Store.AcceptAsync(Item(new string('x', 5000)), claim: false, Ended)).Id);
            }
        });
        // Nothing is tried before its time.
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.GetDepthAsync(Ended));
        pages = 100_000;
        await ComeBackAsync(fixture);

        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
        Assert.NotEmpty(accepted);
        foreach (var id in accepted)
        {
            Assert.NotNull(await fixture.Store.ReadAsync(id, Ended));
        }
    }

    [Fact]
    public async Task While_the_disk_is_full_the_store_stays_away()
    {
        long? pages = 60;
        var fixture = await OpenAsync(new SqliteHooks { MaxPages = () => pages });
        await Assert.ThrowsAsync<InboxUnavailableException>(async () =>
        {
            while (true)
            {
                await fixture.Store.AcceptAsync(Item(new string('x', 20_000)), claim: false, Ended);
            }
        });

        for (var tries = 0; tries < 5; tries++)
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(5));
            await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.AcceptAsync(Item(), claim: false, Ended));
        }

        pages = null;
        await ComeBackAsync(fixture);
    }

    [Fact]
    public async Task A_flush_that_fails_fails_what_waits_and_what_was_accepted_is_there()
    {
        var isBroken = false;
        var fixture = await OpenAsync(new SqliteHooks { BeforeCommit = () => ThrowIf(isBroken) });
        var kept = (await fixture.Store.AcceptAsync(Item("kept", 1), claim: false, Ended)).Id;

        isBroken = true;
        await Assert.ThrowsAsync<InboxUnavailableException>(async () =>
            await fixture.Store.AcceptAsync(Item("lost", 2), claim: true, Ended)
        );
        isBroken = false;
        await ComeBackAsync(fixture);

        Assert.Equal(kept, Assert.Single((await fixture.Store.SearchAsync(new(), Ended)).Deliveries).Id);
        Assert.Equal(new(InboxAcceptanceKind.Duplicate, kept), await fixture.Store.AcceptAsync(Item("kept", 1), claim: false, Ended));
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item("lost", 2), claim: false, Ended)).Kind);
    }

    [Fact]
    public async Task A_claim_that_came_to_the_disk_and_not_to_its_caller_is_given_back()
    {
        var isBroken = false;
        var fixture = await OpenAsync(new SqliteHooks { AfterCommit = () => ThrowIf(isBroken) });
        var held = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;

        isBroken = true;
        await Assert.ThrowsAsync<InboxUnavailableException>(async () =>
            await fixture.Store.AcceptAsync(Item(identity: 2), claim: true, Ended)
        );
        isBroken = false;
        await ComeBackAsync(fixture);

        var again = Assert.Single((await fixture.Store.ClaimAsync(All(), Ended)).Work);
        Assert.Equal((1, 0, false), (again.Attempt, again.Crashes, again.IsSuspect));
        Assert.True(await fixture.Store.EndAsync(held, InboxResult.Done(), Ended));
        Assert.True(await fixture.Store.EndAsync(again, InboxResult.Done(), Ended));
    }

    [Fact]
    public async Task Whatever_a_try_to_open_throws_it_is_tried_again_and_logged_once_a_minute()
    {
        var (isBroken, tries) = (false, 0);
        var log = new CapturedLog();
        var fixture = new SqliteStoreFixture(
            new SqliteHooks
            {
                BeforeCommit = () => ThrowIf(isBroken),
                MaxPages = () => isBroken && ++tries > 0 ? throw new NotSupportedException("no way") : null,
            }
        )
        {
            Logger = log.CreateLogger("inbox"),
        };
        await using var _ = fixture;
        await fixture.OpenAsync();

        isBroken = true;
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.AcceptAsync(Item(), claim: true, Ended));
        var broke = fixture.Time.GetUtcNow();
        while (Volatile.Read(ref tries) < 30)
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        var minutes = (int)(fixture.Time.GetUtcNow() - broke).TotalMinutes;
        isBroken = false;
        await ComeBackAsync(fixture);

        Assert.InRange(log.Mentions("still cannot be written: no way").Count(), 1, minutes);
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
    }

    [Fact]
    public void What_failed_since_it_broke_is_healed_whatever_came_first()
    {
        var suspicion = Suspicion
            .None.With(new SqliteException(13, "full"))
            .With(new SqliteException(FlushFailed, "flush"))
            .With(new SqliteException(11, "corrupt"))
            .With(new SqliteException(5, "busy"))
            .With(new IOException());

        Assert.Equal(new(OfFile: true, OfDisk: true), suspicion);
        Assert.Equal(Suspicion.None, Suspicion.None.With(new SqliteException(13, "full")));
    }

    [Fact]
    public async Task What_the_process_before_left_in_the_log_is_written_anew_at_the_start()
    {
        var fixture = await OpenAsync();
        for (var count = 0; count < 20; count++)
        {
            await fixture.Store.AcceptAsync(Item(new string('x', 20_000)), claim: false, Ended);
        }

        Assert.True(new FileInfo(fixture.Database + "-wal").Length > 400_000);
        await fixture.RestartAsync();

        Assert.InRange(new FileInfo(fixture.Database + "-wal").Length, 1, 100_000);
        Assert.Equal(20, (await fixture.Store.SearchAsync(new(), Ended)).Deliveries.Count);
    }

    [Fact]
    public async Task A_disk_without_enough_room_takes_nothing_and_is_asked_once_a_second()
    {
        var (free, asked) = (0L, 0);
        var fixture = Create(
            new SqliteHooks
            {
                FreeBytesOf = _ =>
                {
                    asked++;
                    return free;
                },
            }
        );
        await fixture.OpenAsync(new(1000, 1 << 30, MinFreeDisk: 1000));

        Assert.Equal(InboxAcceptanceKind.Full, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
        free = 1000;
        Assert.Equal(InboxAcceptanceKind.Full, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
        Assert.Equal(1, asked);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
    }

    [Theory]
    [InlineData(100, 0, true)]
    [InlineData(1000, 0, false)]
    [InlineData(100, 900, false)]
    [InlineData(100, 899, true)]
    [InlineData(63, 1000, true)]
    public void What_is_free_inside_the_database_counts_and_the_disk_keeps_a_margin(long freeMegabytes, long insideMegabytes, bool isLow)
    {
        var disk = new DiskSpace("/", 1000L << 20, TimeProvider.System, _ => freeMegabytes << 20);

        Assert.Equal(isLow, disk.IsLow(() => insideMegabytes << 20));
    }

    [Fact]
    public async Task A_claim_whose_caller_left_is_given_back_when_that_can_be_written()
    {
        using var leaving = new CancellationTokenSource();
        var (isOpen, isBusy, refused) = (false, false, 0);
        var fixture = await OpenAsync(
            new SqliteHooks
            {
                BeforeCommit = () =>
                {
                    if (isBusy)
                    {
                        refused++;
                        throw new SqliteException(5, "SQLite: database is locked (5)");
                    }

                    isBusy = isOpen;
                    if (isBusy)
                    {
                        leaving.Cancel();
                    }
                },
            }
        );
        isOpen = true;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await fixture.Store.AcceptAsync(Item(), claim: true, leaving.Token)
        );
        while (Volatile.Read(ref refused) == 0)
        {
            await Task.Yield();
        }

        (isOpen, isBusy) = (false, false);
        await ComeBackAsync(fixture);
        while (await fixture.Store.GetDepthAsync(Ended) is not [{ Ready: 1, Leased: 0 }])
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static void ThrowIf(bool isBroken)
    {
        if (isBroken)
        {
            throw new SqliteException(FlushFailed, "SQLite: disk I/O error (1034)");
        }
    }

    /// <summary>Lets time pass until the store answers.</summary>
    private static async Task ComeBackAsync(SqliteStoreFixture fixture)
    {
        while (true)
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(5));
            try
            {
                await fixture.Store.GetDepthAsync(Ended);
                return;
            }
            catch (InboxUnavailableException)
            {
                await Task.Yield();
            }
        }
    }
}
