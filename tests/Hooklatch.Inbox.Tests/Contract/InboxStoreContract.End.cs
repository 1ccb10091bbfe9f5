namespace Hooklatch.Inbox.Tests.Contract;

/// <content>How a claim ends.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task What_is_done_stays_so_and_is_not_claimed_again()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;

        Assert.True(await EndAsync(work, InboxResult.Done()));
        await RestartAsync();

        Assert.Equal((InboxState.Done, 1), await StateAndAttemptsAsync(work.Id));
        Assert.Empty(await ClaimAllAsync());
    }

    [Fact]
    public async Task A_claim_ends_once()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await EndAsync(work, Dead());

        Assert.False(await EndAsync(work, InboxResult.Done()));

        Assert.Equal(InboxState.Dead, await StateAsync(work.Id));
        Assert.Single((await FindAsync(work.Id))!.Attempts);
    }

    [Fact]
    public async Task Of_many_who_end_one_claim_at_once_one_does()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;

        var ends = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => EndAsync(work, Dead()))));

        Assert.Single(ends, hasEnded => hasEnded);
        Assert.Single((await FindAsync(work.Id))!.Attempts);
        Assert.Equal(1, (await DepthAsync()).Dead);
    }

    [Theory]
    [InlineData(InboxState.Ready)]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dead)]
    public async Task A_stale_claim_ends_and_marks_nothing(InboxState end)
    {
        var stale = (await OfferAsync(Item(), claim: true)).Work!;
        await EndAsync(stale, InboxResult.Released());
        var work = await ClaimOneAsync();

        Assert.False(await EndAsync(stale, Result(end)));
        Assert.False(await Store.MarkStartedAsync(stale, isAlone: true, Ended));

        Assert.Equal((InboxState.Leased, 1), await StateAndAttemptsAsync(work.Id));
        await RestartAsync();
        Assert.Equal((InboxState.Ready, 0), await StateAndAttemptsAsync(work.Id));
    }

    [Fact]
    public async Task The_claims_of_a_process_that_died_are_stale()
    {
        var stale = (await OfferAsync(Item(), claim: true)).Work!;
        await RestartAsync();

        Assert.False(await EndAsync(stale, InboxResult.Done()));
        Assert.Equal(InboxState.Ready, await StateAsync(stale.Id));
        var work = await ClaimOneAsync();
        Assert.False(await EndAsync(stale, InboxResult.Done()));
        Assert.True(await EndAsync(work, InboxResult.Done()));
    }

    [Fact]
    public async Task The_claim_of_a_delivery_that_never_was_ends_nothing()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;

        Assert.False(await EndAsync(work with { Id = work.Id + 1000 }, InboxResult.Done()));
        Assert.False(await EndAsync(work with { Token = work.Token + 1 }, InboxResult.Done()));
        Assert.Equal(InboxState.Leased, await StateAsync(work.Id));
    }

    [Fact]
    public async Task What_is_tried_again_is_claimed_at_its_time_and_not_before()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await EndAsync(work, Retry(TimeSpan.FromMinutes(5)));
        await RestartAsync();

        Assert.Equal(
            (InboxState.Delayed, Now + TimeSpan.FromMinutes(5)),
            ((await SummaryAsync(work.Id)).State, (await SummaryAsync(work.Id)).DueAt)
        );
        Pass(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await ClaimAllAsync());

        Pass(TimeSpan.FromMilliseconds(1));
        var again = await ClaimOneAsync();
        Assert.Equal((work.Id, 2), (again.Id, again.Attempt));
        Assert.Null((await SummaryAsync(work.Id)).DueAt);
    }

    [Fact]
    public async Task What_is_given_back_is_ready_at_once_and_has_spent_no_attempt()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await StartAsync(work, isAlone: true);

        Assert.True(await EndAsync(work, InboxResult.Released()));

        Assert.Equal((InboxState.Ready, 0), await StateAndAttemptsAsync(work.Id));
        Assert.Empty((await FindAsync(work.Id))!.Attempts);
        await RestartAsync();
        Assert.Equal((InboxState.Ready, 0), await StateAndAttemptsAsync(work.Id));
        Assert.Equal(1, (await ClaimOneAsync()).Attempt);
    }

    [Fact]
    public async Task What_is_dead_is_not_claimed_however_long_one_waits()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await EndAsync(work, Dead());
        Pass(TimeSpan.FromDays(30));
        await RestartAsync();

        Assert.Empty(await ClaimAllAsync());
        Assert.Equal(InboxState.Dead, await StateAsync(work.Id));
    }

    [Fact]
    public async Task Each_attempt_is_told_with_its_error_oldest_first()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        var began = Now;
        Pass(TimeSpan.FromSeconds(3));
        await EndAsync(work, Retry(TimeSpan.FromSeconds(1)) with { StartedAt = began, Elapsed = TimeSpan.FromSeconds(3), Handler = "A.B" });
        Pass(TimeSpan.FromSeconds(1));
        var ended = Now;
        await EndAsync(
            await ClaimOneAsync(),
            InboxResult.Done() with
            {
                StartedAt = Now,
                Elapsed = TimeSpan.FromMilliseconds(7),
                Handler = "A.C",
            }
        );

        var record = (await FindAsync(work.Id))!;

        Assert.Equal(
            [
                new()
                {
                    Number = 1,
                    State = InboxState.Delayed,
                    StartedAt = began,
                    Elapsed = TimeSpan.FromSeconds(3),
                    Handler = "A.B",
                    ErrorType = "System.IO.IOException",
                    Error = "It broke.",
                    Fingerprint = "00000000000000aa",
                },
                new InboxAttempt
                {
                    Number = 2,
                    State = InboxState.Done,
                    StartedAt = ended,
                    Elapsed = TimeSpan.FromMilliseconds(7),
                    Handler = "A.C",
                },
            ],
            record.Attempts
        );
        Assert.Equal((2, ended, null), (record.Summary.Attempts, record.Summary.EndedAt, record.Summary.ErrorType));
    }

    [Fact]
    public async Task A_list_says_how_the_last_attempt_failed()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await EndAsync(work, InboxResult.Dead("binding", new string('x', 3000), null));

        var summary = await SummaryAsync(work.Id);
        Assert.Equal(("binding", null, Now), (summary.ErrorType, summary.Fingerprint, summary.EndedAt));
        Assert.Equal(new string('x', InboxResult.MaxErrorLength), summary.Error);
    }

    private InboxResult Result(InboxState state) =>
        state switch
        {
            InboxState.Ready => InboxResult.Released(),
            InboxState.Delayed => Retry(TimeSpan.FromMinutes(1)),
            InboxState.Dead => Dead(),
            _ => InboxResult.Done(),
        };
}
