namespace Hooklatch.Verification.Lookups;

/// <summary>A few places, and before them a queue of bounded length: first come, first served.</summary>
/// <param name="places">How many have a place at a time.</param>
/// <param name="mostWaiting">How many wait for one.</param>
/// <param name="mostOverdue">How many whose time is up and who stay all the same, beside them.</param>
internal sealed class Turns(int places, int mostWaiting, int mostOverdue = 0)
{
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private readonly HashSet<TaskCompletionSource> _overdue = [];
    private readonly Lock _lock = new();
    private int _free = places;

    /// <summary>A turn, which is completed when it comes; <see langword="null"/> where too many wait already.</summary>
    public TaskCompletionSource? Take()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                turn.SetResult();
            }
            else if (_waiting.Count < mostWaiting)
            {
                _waiting.AddLast(turn);
            }
            else
            {
                return null;
            }
        }

        return turn;
    }

    /// <summary>Ends a turn: its place goes to who has waited longest. One that never came leaves the queue.</summary>
    public void Leave(TaskCompletionSource turn)
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            if (_waiting.Remove(turn) || _overdue.Remove(turn))
            {
                return;
            }

            next = PassOn();
        }

        next?.SetResult();
    }

    /// <summary>
    /// Notes that the time of a turn that has come is up. Its place goes to the next although it has not left, unless too many have not left
    /// already: then it keeps the place until it does.
    /// </summary>
    public void Overstay(TaskCompletionSource turn)
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            if (_overdue.Count >= mostOverdue || !_overdue.Add(turn))
            {
                return;
            }

            next = PassOn();
        }

        next?.SetResult();
    }

    private TaskCompletionSource? PassOn()
    {
        var next = _waiting.First?.Value;
        if (next is null)
        {
            _free++;
        }
        else
        {
            _waiting.RemoveFirst();
        }

        return next;
    }
}
