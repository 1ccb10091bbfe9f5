using Hooklatch.Verification.Lookups;

namespace Hooklatch.Tests.Verification.Lookups;

public sealed class TurnsTests
{
    [Fact]
    public void As_many_as_there_are_places_have_their_turn_at_once()
    {
        var turns = new Turns(places: 2, mostWaiting: 1);

        Assert.True(turns.Take()!.Task.IsCompleted);
        Assert.True(turns.Take()!.Task.IsCompleted);
        Assert.False(turns.Take()!.Task.IsCompleted);
        Assert.Null(turns.Take());
    }

    [Fact]
    public void Who_has_waited_longest_is_next()
    {
        var turns = new Turns(places: 1, mostWaiting: 2);
        var (first, second, third) = (turns.Take()!, turns.Take()!, turns.Take()!);

        turns.Leave(first);
        Assert.True(second.Task.IsCompleted);
        Assert.False(third.Task.IsCompleted);

        turns.Leave(second);
        Assert.True(third.Task.IsCompleted);
    }

    [Fact]
    public void Who_leaves_the_queue_takes_no_place_and_gives_none()
    {
        var turns = new Turns(places: 1, mostWaiting: 1);
        var (first, second) = (turns.Take()!, turns.Take()!);

        turns.Leave(second);
        var third = turns.Take()!;
        Assert.False(third.Task.IsCompleted);
        Assert.Null(turns.Take());

        turns.Leave(first);
        Assert.False(second.Task.IsCompleted);
        Assert.True(third.Task.IsCompleted);
    }

    [Fact]
    public void A_place_that_nobody_waits_for_is_free_again()
    {
        var turns = new Turns(places: 1, mostWaiting: 1);

        turns.Leave(turns.Take()!);

        Assert.True(turns.Take()!.Task.IsCompleted);
        Assert.False(turns.Take()!.Task.IsCompleted);
    }

    [Fact]
    public void Who_overstays_makes_room_for_the_next_once()
    {
        var turns = new Turns(places: 1, mostWaiting: 2, mostOverdue: 1);
        var (first, second, third) = (turns.Take()!, turns.Take()!, turns.Take()!);

        turns.Overstay(first);
        Assert.True(second.Task.IsCompleted);

        turns.Overstay(first);
        turns.Leave(first);
        Assert.False(third.Task.IsCompleted);

        turns.Leave(second);
        Assert.True(third.Task.IsCompleted);
    }

    [Fact]
    public void Where_too_many_overstay_the_next_keeps_its_place_until_it_leaves()
    {
        var turns = new Turns(places: 1, mostWaiting: 2, mostOverdue: 1);
        var (first, second, third) = (turns.Take()!, turns.Take()!, turns.Take()!);
        turns.Overstay(first);

        turns.Overstay(second);
        Assert.False(third.Task.IsCompleted);

        turns.Leave(second);
        Assert.True(third.Task.IsCompleted);

        // There is room among those that overstay only once one of them has left.
        var fourth = turns.Take()!;
        turns.Overstay(third);
        Assert.False(fourth.Task.IsCompleted);
        turns.Leave(first);
        turns.Overstay(third);
        Assert.True(fourth.Task.IsCompleted);
    }

    [Fact]
    public void Who_overstays_while_nobody_waits_leaves_a_free_place()
    {
        var turns = new Turns(places: 1, mostWaiting: 1, mostOverdue: 1);

        turns.Overstay(turns.Take()!);

        Assert.True(turns.Take()!.Task.IsCompleted);
    }
}
