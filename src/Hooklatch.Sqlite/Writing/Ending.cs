using Hooklatch.Inbox;

namespace Hooklatch.Sqlite.Writing;

/// <summary>How claims end.</summary>
internal sealed class Ending(Session session)
{
    /// <summary>How often the process has to die while a delivery runs alone.</summary>
    private const int DeathsAloneToQuarantine = 3;

    /// <summary>Ends a claim.</summary>
    /// <returns>Whether it was still held.</returns>
    public bool End(InboxWork work, InboxResult result)
    {
        session.NoteEnded(work.Id, work.Token);
        if (session.Work.Find(work.Id) is not { State: InboxState.Leased } row || row.Token != work.Token)
        {
            return false;
        }

        switch (result.State)
        {
            case InboxState.Ready:
                GiveBack(row);
                return true;
            case InboxState.Delayed when !result.CountsAsTry:
                session.Work.Change(row, Cleared(row) with { DueAt = session.Now + result.Delay.Ticks, Attempt = row.Attempt - 1 });
                return true;
            case InboxState.Done:
                session.Work.Remove(row);
                session.Identities.End(row);
                break;
            case InboxState.Delayed:
                session.Work.Change(row, Cleared(row) with { DueAt = session.Now + result.Delay.Ticks });
                break;
            default:
                session.Work.Change(row, Cleared(row));
                break;
        }

        session.Outcomes.Add(row.Id, row.Attempt, row.Crashes, result);
        if (result.Report is { } report)
        {
            session.Reports.Put(row.Id, report.Span);
        }

        if (result.State != InboxState.Delayed)
        {
            session.Work.PassTurn(row);
        }

        return true;

        // Any end that is no death says that the delivery does not kill.
        WorkRow Cleared(WorkRow before) => before with { State = result.State, Deaths = 0, IsSuspect = false };
    }

    /// <summary>Keeps what a handler reports.</summary>
    /// <returns>Whether its claim is still held.</returns>
    public bool Report(InboxWork work, ReadOnlyMemory<byte> report)
    {
        if (session.Work.Find(work.Id) is not { State: InboxState.Leased } row || row.Token != work.Token)
        {
            return false;
        }

        session.Reports.Put(work.Id, report.Span);
        return true;
    }

    /// <summary>Ends a try that does not count: nothing was learned about a suspect either.</summary>
    public void GiveBack(in WorkRow row) =>
        session.Work.Change(row, row with { State = row.IsSuspect ? InboxState.Suspect : InboxState.Ready, Attempt = row.Attempt - 1 });

    /// <summary>Gives back what the database has as claimed and nobody holds: the commit that said so failed, and yet came to the disk.</summary>
    public void GiveBackUnheld()
    {
        foreach (var row in session.Work.ReadLeased())
        {
            if (!session.Context.Claims.TryGetValue(row.Id, out var held) || held.Token != row.Token)
            {
                GiveBack(row);
            }
        }
    }

    /// <summary>Ends what the process before this one had claimed.</summary>
    /// <param name="running">Whose handlers had begun, and whether they were alone.</param>
    public void BuryDead(Dictionary<(long Id, long Token), bool> running)
    {
        foreach (var row in session.Work.ReadLeased())
        {
            if (running.TryGetValue((row.Id, row.Token), out var wasAlone))
            {
                Bury(row, wasAlone);
            }
            else
            {
                GiveBack(row);
            }
        }
    }

    private void Bury(in WorkRow row, bool wasAlone)
    {
        var deaths = row.Deaths + (wasAlone ? 1 : 0);
        var isQuarantined = deaths >= DeathsAloneToQuarantine;
        var buried = row with
        {
            State = isQuarantined ? InboxState.Quarantined : InboxState.Suspect,
            Crashes = row.Crashes + 1,
            Deaths = deaths,
            IsSuspect = !isQuarantined,
        };
        session.Work.Change(row, buried);
        session.Outcomes.AddDeath(buried);
        if (isQuarantined)
        {
            session.Work.PassTurn(row);
        }
    }
}
