namespace Hooklatch.Verification.Lookups;

/// <summary>
/// Limits how many lookups run at once, and how many wait for a permit: the oldest is next. Unlike <c>ConcurrencyLimiter</c> it can pass on the
/// permit of a lookup that is overdue and still runs.
/// </summary>
/// <param name="permitLimit">How many lookups run at once.</param>
/// <param name="queueLimit">How many wait for a permit.</param>
/// <param name="overdueLimit">How many overdue lookups may run besides those that hold a permit.</param>
internal sealed class LookupLimiter(int permitLimit, int queueLimit, int overdueLimit = 0)
{
    private readonly LinkedList<TaskCompletionSource> _queue = new();
    private readonly HashSet<TaskCompletionSource> _overdue = [];
    private readonly Lock _lock = new();
    private int _free = permitLimit;

    /// <summary>Asks for a permit. The lease is completed once the permit is granted.</summary>
    /// <returns>The lease; <see langword="null"/> if the queue is full.</returns>
    public TaskCompletionSource? Acquire()
    {
        var lease = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                lease.SetResult();
            }
            else if (_queue.Count < queueLimit)
            {
                _queue.AddLast(lease);
            }
            else
            {
                return null;
            }
        }

        return lease;
    }

    /// <summary>Ends a lease and grants its permit to the next in the queue. A lease that was never granted leaves the queue.</summary>
    public void Release(TaskCompletionSource lease)
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            if (_queue.Remove(lease) || _overdue.Remove(lease))
            {
                return;
            }

            next = PassOn();
        }

        next?.SetResult();
    }

    /// <summary>
    /// Notes that a granted lease is overdue. Its permit goes to the next in the queue although the lookup still runs. If too many lookups are
    /// overdue already, the lease keeps its permit until it is released.
    /// </summary>
    public void MarkOverdue(TaskCompletionSource lease)
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            if (_overdue.Count >= overdueLimit || !_overdue.Add(lease))
            {
                return;
            }

            next = PassOn();
        }

        next?.SetResult();
    }

    private TaskCompletionSource? PassOn()
    {
        var next = _queue.First?.Value;
        if (next is null)
        {
            _free++;
        }
        else
        {
            _queue.RemoveFirst();
        }

        return next;
    }
}
