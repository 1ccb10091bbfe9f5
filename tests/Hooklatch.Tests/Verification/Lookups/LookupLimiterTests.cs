using Hooklatch.Verification.Lookups;

namespace Hooklatch.Tests.Verification.Lookups;

public sealed class LookupLimiterTests
{
    [Fact]
    public void As_many_as_there_are_places_have_their_turn_at_once()
    {
        var limiter = new LookupLimiter(permitLimit: 2, queueLimit: 1);

        Assert.True(limiter.Acquire()!.Task.IsCompleted);
        Assert.True(limiter.Acquire()!.Task.IsCompleted);
        Assert.False(limiter.Acquire()!.Task.IsCompleted);
        Assert.Null(limiter.Acquire());
    }

    [Fact]
    public void Who_has_waited_longest_is_next()
    {
        var limiter = new LookupLimiter(permitLimit: 1, queueLimit: 2);
        var (first, second, third) = (limiter.Acquire()!, limiter.Acquire()!, limiter.Acquire()!);

        limiter.Release(first);
        Assert.True(second.Task.IsCompleted);
        Assert.False(third.Task.IsCompleted);

        limiter.Release(second);
        Assert.True(third.Task.IsCompleted);
    }

    [Fact]
    public void Who_leaves_the_queue_takes_no_place_and_gives_none()
    {
        var limiter = new LookupLimiter(permitLimit: 1, queueLimit: 1);
        var (first, second) = (limiter.Acquire()!, limiter.Acquire()!);

        limiter.Release(second);
        var third = limiter.Acquire()!;
        Assert.False(third.Task.IsCompleted);
        Assert.Null(limiter.Acquire());

        limiter.Release(first);
        Assert.False(second.Task.IsCompleted);
        Assert.True(third.Task.IsCompleted);
    }

    [Fact]
    public void A_place_that_nobody_waits_for_is_free_again()
    {
        var limiter = new LookupLimiter(permitLimit: 1, queueLimit: 1);

        limiter.Release(limiter.Acquire()!);

        Assert.True(limiter.Acquire()!.Task.IsCompleted);
        Assert.False(limiter.Acquire()!.Task.IsCompleted);
    }

    [Fact]
    public void Who_overstays_makes_room_for_the_next_once()
    {
        var limiter = new LookupLimiter(permitLimit: 1, queueLimit: 2, overdueLimit: 1);
        var (first, second, third) = (limiter.Acquire()!, limiter.Acquire()!, limiter.Acquire()!);

        limiter.MarkOverdue(first);
        Assert.True(second.Task.IsCompleted);

        limiter.MarkOverdue(first);
        limiter.Release(first);
        Assert.False(third.Task.IsCompleted);

        limiter.Release(second);
        Assert.True(third.Task.IsCompleted);
    }

    [Fact]
    public void Where_too_many_overstay_the_next_keeps_its_place_until_it_leaves()
    {
        var limiter = new LookupLimiter(permitLimit: 1, queueLimit: 2, overdueLimit: 1);
        var (first, second, third) = (limiter.Acquire()!, limiter.Acquire()!, limiter.Acquire()!);
        limiter.MarkOverdue(first);

        limiter.MarkOverdue(second);
        Assert.False(third.Task.IsCompleted);

        limiter.Release(second);
        Assert.True(third.Task.IsCompleted);

        // There is room among those that overstay only once one of them has left.
        var fourth = limiter.Acquire()!;
        limiter.MarkOverdue(third);
        Assert.False(fourth.Task.IsCompleted);
        limiter.Release(first);
        limiter.MarkOverdue(third);
        Assert.True(fourth.Task.IsCompleted);
    }

    [Fact]
    public void Who_overstays_while_nobody_waits_leaves_a_free_place()
    {
        var limiter = new LookupLimiter(permitLimit: 1, queueLimit: 1, overdueLimit: 1);

        limiter.MarkOverdue(limiter.Acquire()!);

        Assert.True(limiter.Acquire()!.Task.IsCompleted);
    }
}
