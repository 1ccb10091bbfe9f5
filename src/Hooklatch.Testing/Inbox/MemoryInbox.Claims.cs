using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <content>Claims, and how they end.</content>
internal partial class MemoryInbox
{
    public virtual InboxClaimed Claim(InboxClaim claim)
    {
        MakeDueReady();
        var shares = claim.Shares.Where(share => !IsPaused(share.Plugin, share.Endpoint)).ToArray();
        var ids = claim.OnlySuspect ? ChooseSuspect(shares, claim.Max) : Deal(shares, claim.Max);
        return new(
            [.. ids.Select(id => Lease(_byId[id]))],
            _delayed.Count > 0 ? _delayed.Min.At : null,
            shares.Any(share => EndpointOf(share.Plugin, share.Endpoint).Suspects.Count > 0)
        );
    }

    public bool MarkStarted(InboxWork work, bool isAlone)
    {
        if (Held(work) is not { } entry)
        {
            return false;
        }

        (entry.IsStarted, entry.IsAlone) = (true, isAlone);
        return true;
    }

    public bool End(InboxWork work, InboxResult result)
    {
        if (Held(work) is not { } entry)
        {
            return false;
        }

        if (result.State is InboxState.Ready)
        {
            GiveBack(entry);
            return true;
        }

        entry.DeathsAlone = 0;
        entry.DueAt = Now + result.Delay;
        if (!result.CountsAsTry)
        {
            entry.Attempts--;
            Move(entry, result.State);
            return true;
        }

        Note(entry, result);
        entry.Report = result.Report is { } report ? report.ToArray() : entry.Report;
        Move(entry, result.State);
        if (result.State is not InboxState.Delayed)
        {
            Leave(entry);
        }

        if (result.State is InboxState.Done)
        {
            ForgetIdentity(entry);
        }

        return true;
    }

    public virtual bool Report(InboxWork work, ReadOnlyMemory<byte> report)
    {
        if (report.Length > InboxResult.MaxReportLength)
        {
            throw new ArgumentException($"A report has at most {InboxResult.MaxReportLength} bytes.", nameof(report));
        }

        if (Held(work) is not { } entry)
        {
            return false;
        }

        entry.Report = report.ToArray();
        return true;
    }

    protected virtual void MakeDueReady()
    {
        while (_delayed.Count > 0 && _delayed.Min.At <= Now)
        {
            Move(_byId[_delayed.Min.Id], InboxState.Ready);
        }
    }

    /// <summary>The delivery whose claim is still held; null where it is not.</summary>
    protected virtual MemoryEntry? Held(InboxWork work) => Held(work, hasToken: true);

    protected MemoryEntry? Held(InboxWork work, bool hasToken) =>
        _byId.GetValueOrDefault(work.Id) is { State: InboxState.Leased } entry && (!hasToken || entry.Token == work.Token) ? entry : null;

    protected virtual InboxWork Lease(MemoryEntry entry)
    {
        entry.Attempts++;
        entry.Token = ++_lastToken;
        entry.IsSuspect = entry.State is InboxState.Suspect;
        (entry.IsStarted, entry.IsAlone) = (false, false);
        Move(entry, InboxState.Leased);
        return entry.Work;
    }

    /// <summary>Ends a try that does not count: nothing was learned about a suspect either.</summary>
    protected virtual void GiveBack(MemoryEntry entry)
    {
        entry.Attempts--;
        Move(entry, entry.IsSuspect ? InboxState.Suspect : InboxState.Ready);
    }

    /// <summary>Ends a try with which the process died.</summary>
    protected virtual void Bury(MemoryEntry entry)
    {
        if (!entry.IsStarted)
        {
            GiveBack(entry);
            return;
        }

        entry.Crashes++;
        entry.DeathsAlone += entry.IsAlone ? 1 : 0;
        var state = entry.DeathsAlone >= DeathsAloneToQuarantine ? InboxState.Quarantined : InboxState.Suspect;
        entry.Tries.Add(
            new()
            {
                Number = entry.Attempts,
                State = state,
                StartedAt = Now,
            }
        );
        (entry.Last, entry.EndedAt) = (null, Now);
        Move(entry, state);
        if (state is InboxState.Quarantined)
        {
            Leave(entry);
        }
    }

    protected virtual List<long> ChooseSuspect(InboxShare[] shares, int max)
    {
        var isOneLeased = _entries.Exists(entry => entry is { State: InboxState.Leased, IsSuspect: true });
        var suspects = shares
            .Select(share => EndpointOf(share.Plugin, share.Endpoint).Suspects)
            .Where(suspects => suspects.Count > 0)
            .ToArray();
        return isOneLeased || suspects.Length == 0 || max < 1 ? [] : [suspects.Min(each => each.Min)];
    }

    /// <summary>One delivery to each share in turn, until nothing is left to deal.</summary>
    protected virtual List<long> Deal(InboxShare[] shares, int max)
    {
        var queues = shares
            .Select(share => new Queue<long>(
                EndpointOf(share.Plugin, share.Endpoint).Ready.Take(Math.Min(share.Max, max)).Select(ready => ready.Id)
            ))
            .ToArray();
        var dealt = new List<long>();
        while (dealt.Count < max && Array.Exists(queues, queue => queue.Count > 0))
        {
            foreach (var queue in queues.Where(queue => queue.Count > 0).Take(max - dealt.Count))
            {
                dealt.Add(queue.Dequeue());
            }
        }

        return dealt;
    }

    private void Note(MemoryEntry entry, InboxResult result)
    {
        (entry.Last, entry.EndedAt) = (result, Now);
        entry.Tries.Add(
            new()
            {
                Number = entry.Attempts,
                State = result.State,
                StartedAt = result.StartedAt,
                Elapsed = result.Elapsed,
                Handler = result.Handler,
                ErrorType = result.ErrorType,
                Error = result.Error,
                Fingerprint = result.Fingerprint,
            }
        );
    }
}
