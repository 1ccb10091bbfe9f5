using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <content>What is dropped and erased.</content>
internal partial class MemoryInbox
{
    private const int MostPerSweep = 1000;

    public virtual long Erase(InboxErasure what)
    {
        RequirePlugin(what.Plugin, what.Endpoint, nameof(what));
        if (what == new InboxErasure())
        {
            throw new ArgumentException("At least one thing says what is erased.", nameof(what));
        }

        var erased = _entries.Where(entry => Matches(entry, what)).ToArray();
        foreach (var entry in erased)
        {
            if (entry.State is InboxState.Leased)
            {
                Context.Revoked(entry.Id, entry.Token);
            }

            Leave(entry);
        }

        Remove(erased);
        var ids = erased.Select(entry => entry.Id).ToHashSet();
        Forget(_identities.Where(each => ids.Contains(each.Value.Id)).Select(each => each.Key).ToArray());
        return erased.Length;
    }

    public virtual bool Sweep(InboxRetention retention)
    {
        DropExpiredValues();
        var tooOld = Now - retention.MaxAge;
        var tooMany = _entries.Sum(entry => entry.Item.Size) - retention.MaxBytes;
        var dropped = new List<MemoryEntry>();
        foreach (var entry in _entries.Where(entry => entry.IsFinished).OrderBy(entry => entry.ChangedAt).Take(MostPerSweep))
        {
            if (entry.ChangedAt > tooOld && tooMany <= 0)
            {
                break;
            }

            tooMany -= entry.Item.Size;
            dropped.Add(entry);
        }

        Remove(dropped);
        var forgotten = _identities.Where(each => IsOver(each.Value, Now - retention.IdentityAge)).Take(MostPerSweep);
        var names = forgotten.Select(each => each.Key).ToArray();
        Forget(names);
        return DropAudit(retention) || dropped.Count == MostPerSweep || names.Length == MostPerSweep;
    }

    /// <summary>Whether nobody has to recognise copies any more.</summary>
    protected virtual bool IsOver((long Id, DateTimeOffset At) identity, DateTimeOffset tooOld) =>
        identity.At <= tooOld && _byId.GetValueOrDefault(identity.Id) is null or { IsFinished: true };

    private static bool Matches(MemoryEntry entry, InboxErasure what) =>
        (what.Id is null || what.Id == entry.Id)
        && (what.DeliveryId is null || what.DeliveryId == entry.Item.DeliveryId)
        && (what.Plugin is null || what.Plugin == entry.Item.Plugin)
        && (what.Endpoint is null || what.Endpoint == entry.Item.Endpoint)
        && (what.Before is null || entry.Item.ReceivedAt < what.Before);

    private void Remove(IReadOnlyCollection<MemoryEntry> gone)
    {
        foreach (var entry in gone)
        {
            Count(entry, isIn: false);
            _byId.Remove(entry.Id);
        }

        _entries.RemoveAll(entry => !_byId.ContainsKey(entry.Id));
    }

    /// <summary>Lets the next of its kind be new, where that is asked for.</summary>
    protected virtual void ForgetIdentity(MemoryEntry entry)
    {
        if (entry.Item.ForgetsIdentity)
        {
            Forget([.. _identities.Where(each => each.Value.Id == entry.Id).Select(each => each.Key)]);
        }
    }

    private void Forget(string[] identities)
    {
        foreach (var identity in identities)
        {
            _identities.Remove(identity);
        }
    }
}
