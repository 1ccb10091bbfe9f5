namespace Hooklatch.Verification.Code;

/// <summary>A few places, and before them a queue of bounded length: first come, first served.</summary>
/// <param name="places">How many have a place at a time.</param>
/// <param name="mostWaiting">How many wait for one.</param>
internal sealed class Turns(int places, int mostWaiting)
{
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
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
        TaskCompletionSource? next = null;
        lock (_lock)
        {
            if (_waiting.Remove(turn))
            {
                return;
            }

            next = _waiting.First?.Value;
            if (next is null)
            {
                _free++;
            }
            else
            {
                _waiting.RemoveFirst();
            }
        }

        next?.SetResult();
    }
}
