using System.Diagnostics.CodeAnalysis;

namespace Hooklatch.Inbox.Running;

/// <summary>Which deliveries this host has room to run: over all, by plugin and by endpoint. What it serves is decided once, when the host starts.</summary>
internal sealed class Slots(int max)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Plugin, string Endpoint), WorkQueue> _queues = [];
    private TaskCompletionSource? _empty;
    private int _running;
    private uint _turn;
    private bool _isClosed;
    private bool _isExclusive;

    /// <summary>How many queues may have a backlog.</summary>
    private int _backlogs;

    /// <summary>How many deliveries run.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
            {
                return _running;
            }
        }
    }

    /// <summary>Whether the store may hold something of any endpoint that a free slot could run.</summary>
    public bool MayHaveBacklog => Volatile.Read(ref _backlogs) > 0;

    public IEnumerable<WorkQueue> Queues => _queues.Values;

    public void Add(WorkQueue queue)
    {
        _queues.Add((queue.PluginKey, queue.Endpoint), queue);
        Remember(queue);
    }

    public bool TryFind(string plugin, string endpoint, [MaybeNullWhen(false)] out WorkQueue queue) =>
        _queues.TryGetValue((plugin, endpoint), out queue);

    /// <summary>Takes a slot for a delivery that comes in, unless older ones may wait.</summary>
    public bool TryTake(WorkQueue queue)
    {
        lock (_lock)
        {
            return !_isExclusive && !queue.MayHaveBacklog && TryTakeAny(queue);
        }
    }

    /// <summary>Takes a slot for a delivery that was claimed. There may be none any more: others came in meanwhile.</summary>
    public bool TryTakeClaimed(WorkQueue queue)
    {
        lock (_lock)
        {
            return TryTakeAny(queue);
        }
    }

    /// <summary>Takes the slot of a suspect, which runs before everything else.</summary>
    public void TakeExclusively(WorkQueue queue)
    {
        lock (_lock)
        {
            Take(queue);
        }
    }

    public void Return(WorkQueue queue)
    {
        TaskCompletionSource? empty = null;
        lock (_lock)
        {
            _running--;
            queue.Running--;
            queue.Plugin.Running--;
            if (_running == 0)
            {
                (empty, _empty) = (_empty, null);
            }
        }

        empty?.SetResult();
    }

    /// <summary>What this host can claim now: nothing while it is closed, or a suspect has it for itself.</summary>
    public InboxClaim? Claimable()
    {
        lock (_lock)
        {
            if (_isClosed || _isExclusive || _running >= max)
            {
                return null;
            }

            var shares = Served().GroupBy(queue => queue.Plugin).SelectMany(Divide).ToArray();
            if (shares.Length == 0)
            {
                return null;
            }

            // Where there is less room than there are shares, the first of them get it: others with each claim.
            _turn++;
            var first = (int)(_turn % (uint)shares.Length);
            return new InboxClaim([.. shares[first..], .. shares[..first]], max - _running);
        }
    }

    /// <summary>All that the host serves, whatever room there is.</summary>
    public InboxClaim? Suspects()
    {
        lock (_lock)
        {
            var shares = _isClosed ? [] : Served().Select(queue => new InboxShare(queue.PluginKey, queue.Endpoint, 1)).ToArray();
            return shares.Length == 0 ? null : new InboxClaim(shares, 1) { OnlySuspect = true };
        }
    }

    /// <summary>How often something was stored that did not begin at once, by endpoint; taken before a claim, for <see cref="Forget"/>.</summary>
    public long[] StoredSoFar(InboxClaim claim)
    {
        lock (_lock)
        {
            return [.. claim.Shares.Select(share => _queues[(share.Plugin, share.Endpoint)].Stored)];
        }
    }

    /// <summary>Notes of which endpoints a claim has shown that they have no backlog: nothing came of them, and nothing was stored since.</summary>
    public void Forget(InboxClaim claim, long[] stored, IReadOnlyList<InboxWork> claimed)
    {
        var isFull = claimed.Count >= claim.Max;
        var counts = claimed.CountBy(work => (work.Plugin, work.Endpoint)).ToDictionary();
        lock (_lock)
        {
            for (var i = 0; i < claim.Shares.Count; i++)
            {
                var share = claim.Shares[i];
                var queue = _queues[(share.Plugin, share.Endpoint)];
                if (!isFull && queue.Stored == stored[i] && counts.GetValueOrDefault((share.Plugin, share.Endpoint)) < share.Max)
                {
                    SetBacklog(queue, mayHave: false);
                }
            }
        }
    }

    /// <summary>Notes that a delivery was stored, or made ready, that this host did not begin at once.</summary>
    public void Remember(WorkQueue queue)
    {
        lock (_lock)
        {
            queue.Stored++;
            SetBacklog(queue, mayHave: true);
        }
    }

    /// <summary>Sets what is paused.</summary>
    public void SetPauses(IReadOnlyList<InboxPause> pauses)
    {
        var paused = pauses.ToHashSet();
        lock (_lock)
        {
            foreach (var queue in _queues.Values)
            {
                queue.IsPaused = paused.Contains(new InboxPause(queue.PluginKey, queue.Endpoint));
                queue.Plugin.IsPaused = paused.Contains(new InboxPause(queue.PluginKey, null));
            }
        }
    }

    /// <summary>Begins nothing any more, until the suspects have run.</summary>
    public void SetExclusive(bool isExclusive)
    {
        lock (_lock)
        {
            _isExclusive = isExclusive;
        }
    }

    /// <summary>Begins nothing any more.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }
    }

    /// <summary>Completes when nothing runs.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_lock)
        {
            return _running == 0 ? Task.CompletedTask : (_empty ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private IEnumerable<WorkQueue> Served() => _queues.Values.Where(queue => queue.IsServed);

    /// <summary>Divides the room of a plugin among its endpoints. Who is rounded up changes with each claim.</summary>
    private IEnumerable<InboxShare> Divide(IGrouping<PluginQueue, WorkQueue> plugin)
    {
        var queues = plugin.Where(queue => queue.Free > 0).ToArray();
        var room = plugin.Key.Max - plugin.Key.Running;
        for (var i = 0; i < queues.Length && room > 0; i++)
        {
            var queue = queues[(int)((_turn + (uint)i) % (uint)queues.Length)];
            var left = queues.Length - i;
            var share = Math.Min(queue.Free, (room + left - 1) / left);
            room -= share;
            yield return new InboxShare(queue.PluginKey, queue.Endpoint, share);
        }
    }

    private bool TryTakeAny(WorkQueue queue)
    {
        if (_isClosed || !queue.IsServed || queue.Free < 1 || _running >= max)
        {
            return false;
        }

        Take(queue);
        return true;
    }

    private void Take(WorkQueue queue)
    {
        _running++;
        queue.Running++;
        queue.Plugin.Running++;
    }

    private void SetBacklog(WorkQueue queue, bool mayHave)
    {
        if (queue.MayHaveBacklog != mayHave)
        {
            queue.MayHaveBacklog = mayHave;
            Volatile.Write(ref _backlogs, _backlogs + (mayHave ? 1 : -1));
        }
    }
}
