namespace Hooklatch.Inbox.Tests.Model;

/// <summary>
/// What a store must do, as plainly as it can be said: one list, looked through for everything. Who of a key goes on is not decided where something ends, but
/// after each step from what is there.
/// </summary>
internal sealed class InboxModel(InboxLimits limits)
{
    public List<ModelRow> Rows { get; } = [];

    public Dictionary<int, (long Id, DateTimeOffset At)> Identities { get; } = [];

    public HashSet<InboxPause> Pauses { get; } = [];

    public DateTimeOffset Now { get; set; }

    public ModelRow? Find(long id) => Rows.Find(row => row.Id == id);

    public bool IsPaused((string Plugin, string Endpoint) where) =>
        Pauses.Contains(new(where.Plugin, where.Endpoint)) || Pauses.Contains(new(where.Plugin, null));

    public InboxAcceptanceKind KindOf(InboxItem item, int? identity)
    {
        if (identity is { } number && Identities.TryGetValue(number, out var known))
        {
            var isOver = item.RequeuesDead && Find(known.Id)?.State is InboxState.Dead or InboxState.Quarantined;
            return isOver ? InboxAcceptanceKind.Requeued : InboxAcceptanceKind.Duplicate;
        }

        var all = Rows.Where(row => row.IsKept).ToArray();
        var own = all.Where(row => row.Where == (item.Plugin, item.Endpoint)).ToArray();
        var hasRoom =
            all.Length < limits.MaxDepth
            && own.Length < limits.MaxDepth / 4
            && all.Sum(row => row.Item.Size) + item.Size <= limits.MaxBytes
            && own.Sum(row => row.Item.Size) + item.Size <= limits.MaxBytes / 4;
        return hasRoom ? InboxAcceptanceKind.Accepted : InboxAcceptanceKind.Full;
    }

    /// <summary>Adds a delivery that runs or waits.</summary>
    public ModelRow Add(long id, InboxItem item, int? identity = null)
    {
        var row = new ModelRow
        {
            Id = id,
            Item = item,
            NotBefore = Now + item.Delay,
            Identity = identity,
        };
        Enter(row);
        Rows.Add(row);
        return row;
    }

    public void Enter(ModelRow row) =>
        row.State = Rows.Exists(other => other.HasTurn && other.IsOfKey(row)) ? InboxState.Waiting : FirstState(row);

    /// <summary>What one is whose turn it is.</summary>
    private InboxState FirstState(ModelRow row)
    {
        row.DueAt = row.NotBefore > Now ? row.NotBefore : null;
        return row.DueAt is null ? InboxState.Ready : InboxState.Delayed;
    }

    /// <summary>What a claim gets, in the order of dealing.</summary>
    public List<ModelRow> Choose(InboxClaim claim)
    {
        foreach (var row in Rows.Where(row => row.State is InboxState.Delayed && row.DueAt <= Now))
        {
            (row.State, row.DueAt) = (InboxState.Ready, null);
        }

        var shares = claim.Shares.Where(share => !IsPaused((share.Plugin, share.Endpoint))).ToArray();
        if (claim.OnlySuspect)
        {
            return Rows.Exists(row => row is { State: InboxState.Leased, IsSuspect: true })
                ? []
                :
                [
                    .. Rows.Where(row =>
                            row.State is InboxState.Suspect && shares.Any(share => row.Where == (share.Plugin, share.Endpoint))
                        )
                        .Take(1),
                ];
        }

        var dealt =
            from share in shares.Select((share, place) => (share, place))
            from ready in Rows.Where(row => row.State is InboxState.Ready && row.Where == (share.share.Plugin, share.share.Endpoint))
                .OrderBy(row => row.Item.RanksAt)
                .Take(share.share.Max)
                .Select((row, round) => (row, round))
            orderby ready.round, share.place
            select ready.row;
        return [.. dealt.Take(claim.Max)];
    }

    public void Lease(ModelRow row, InboxWork work)
    {
        row.IsSuspect = row.State is InboxState.Suspect;
        (row.State, row.Lease, row.IsStarted, row.IsAlone) = (InboxState.Leased, work, false, false);
        row.Attempts++;
    }

    public void End(ModelRow row, InboxResult result)
    {
        row.Lease = null;
        if (result.State is InboxState.Ready)
        {
            row.Attempts--;
            row.State = row.IsSuspect ? InboxState.Suspect : InboxState.Ready;
            return;
        }

        (row.State, row.DeathsAlone, row.FinishedAt) = (result.State, 0, Now);
        row.DueAt = result.State is InboxState.Delayed ? Now + result.Delay : null;
        Forget(row);
    }

    public bool Requeue(ModelRow row)
    {
        if (!row.HasWork || row.State is not (InboxState.Dead or InboxState.Quarantined or InboxState.Dismissed or InboxState.Delayed))
        {
            return false;
        }

        (row.Attempts, row.Crashes, row.DeathsAlone, row.DueAt, row.NotBefore) = (0, 0, 0, null, default);
        if (row.Identity is { } number)
        {
            Identities.TryAdd(number, (row.Id, Now));
        }

        row.State = InboxState.Dismissed;
        Enter(row);
        return true;
    }

    public bool Dismiss(ModelRow row)
    {
        if (!row.HasWork || row.State is InboxState.Done or InboxState.Dismissed)
        {
            return false;
        }

        (row.State, row.DueAt, row.FinishedAt, row.Lease) = (InboxState.Dismissed, null, Now, null);
        Forget(row);
        return true;
    }

    public long Erase(Predicate<ModelRow> what)
    {
        var ids = Rows.Where(row => what(row)).Select(row => row.Id).ToHashSet();
        Rows.RemoveAll(row => ids.Contains(row.Id));
        foreach (var (number, _) in Identities.Where(each => ids.Contains(each.Value.Id)).ToArray())
        {
            Identities.Remove(number);
        }

        return ids.Count;
    }

    public void Sweep(InboxRetention retention)
    {
        Rows.RemoveAll(row => !row.IsKept && row.FinishedAt + retention.MaxAge <= Now);
        foreach (var (number, (id, at)) in Identities.ToArray())
        {
            if (at + retention.IdentityAge <= Now && Find(id) is not { IsKept: true })
            {
                Identities.Remove(number);
            }
        }
    }

    public void Restart()
    {
        foreach (var row in Rows.Where(row => row.State is InboxState.Leased))
        {
            row.Lease = null;
            if (!row.IsStarted)
            {
                row.Attempts--;
                row.State = row.IsSuspect ? InboxState.Suspect : InboxState.Ready;
                continue;
            }

            row.Crashes++;
            row.DeathsAlone += row.IsAlone ? 1 : 0;
            row.State = row.DeathsAlone == 3 ? InboxState.Quarantined : InboxState.Suspect;
        }
    }

    /// <summary>Lets the first of each key go on where no other one has its turn.</summary>
    public void Settle()
    {
        foreach (var row in Rows.Where(row => row.State is InboxState.Waiting))
        {
            if (!Rows.Exists(other => other.HasTurn && other.IsOfKey(row)))
            {
                row.State = FirstState(row);
            }
        }
    }

    /// <summary>Lets the next of its kind be new where the work of this one is over, and it is told no longer than that.</summary>
    private void Forget(ModelRow row)
    {
        if (row.Item.ForgetsIdentity && row.State is InboxState.Done or InboxState.Dismissed)
        {
            foreach (var (number, _) in Identities.Where(each => row.Item.ForgetsIdentity && each.Value.Id == row.Id).ToArray())
            {
                Identities.Remove(number);
            }
        }
    }
}
