using System.Diagnostics.CodeAnalysis;

namespace Hooklatch.Inbox.Running;

/// <summary>Which deliveries this host has room to run: over all, by plugin and by endpoint. What it serves is decided once, when the host starts.</summary>
internal sealed class Slots(int max)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Plugin, string Endpoint), EndpointQueue> _queues = [];
    private TaskCompletionSource? _empty;
    private int _running;
    private int _turn;
    private bool _isClosed;
    private bool _isExclusive;

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

    public IEnumerable<EndpointQueue> Queues => _queues.Values;

    public void Add(EndpointQueue queue) => _queues.Add((queue.PluginKey, queue.Endpoint), queue);

    public bool TryFind(string plugin, string endpoint, [MaybeNullWhen(false)] out EndpointQueue queue) =>
        _queues.TryGetValue((plugin, endpoint), out queue);

    /// <summary>Takes a slot for a delivery that comes in, unless older ones may wait.</summary>
    public bool TryTake(EndpointQueue queue)
    {
        lock (_lock)
        {
            if (_isClosed || _isExclusive || queue.MayHaveBacklog || !queue.IsServed || queue.Free < 1 || _running >= max)
            {
                return false;
            }

            Take(queue);
            return true;
        }
    }

    /// <summary>Takes the slot of a suspect, which runs before everything else.</summary>
    public void TakeExclusively(EndpointQueue queue)
    {
        lock (_lock)
        {
            Take(queue);
        }
    }

    /// <summary>Takes slots for what was claimed.</summary>
    public void Take(EndpointQueue queue, int count)
    {
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
            {
                Take(queue);
            }
        }
    }

    public void Return(EndpointQueue queue)
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
            _turn = (_turn + 1) & int.MaxValue;
            var first = _turn % shares.Length;
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

    /// <summary>Notes, before a claim, that what was asked for has no backlog unless the claim shows one.</summary>
    public void Forget(InboxClaim claim) => SetBacklog(claim, mayHave: false);

    /// <summary>Notes that the claim may have left something.</summary>
    public void Remember(InboxClaim claim) => SetBacklog(claim, mayHave: true);

    /// <summary>Notes that a delivery was stored that this host did not begin at once.</summary>
    public void Remember(EndpointQueue queue)
    {
        lock (_lock)
        {
            queue.MayHaveBacklog = true;
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

    private IEnumerable<EndpointQueue> Served() => _queues.Values.Where(queue => queue.IsServed);

    /// <summary>Divides the room of a plugin among its endpoints. Who is rounded up changes with each claim.</summary>
    private IEnumerable<InboxShare> Divide(IGrouping<PluginQueue, EndpointQueue> plugin)
    {
        var queues = plugin.Where(queue => queue.Free > 0).ToArray();
        var room = plugin.Key.Max - plugin.Key.Running;
        for (var i = 0; i < queues.Length && room > 0; i++)
        {
            var queue = queues[(i + _turn) % queues.Length];
            var left = queues.Length - i;
            var share = Math.Min(queue.Free, (room + left - 1) / left);
            room -= share;
            yield return new InboxShare(queue.PluginKey, queue.Endpoint, share);
        }
    }

    private void Take(EndpointQueue queue)
    {
        _running++;
        queue.Running++;
        queue.Plugin.Running++;
    }

    private void SetBacklog(InboxClaim claim, bool mayHave)
    {
        lock (_lock)
        {
            foreach (var share in claim.Shares)
            {
                _queues[(share.Plugin, share.Endpoint)].MayHaveBacklog = mayHave;
            }
        }
    }
}
