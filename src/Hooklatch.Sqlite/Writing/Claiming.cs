using Hooklatch.Inbox;

namespace Hooklatch.Sqlite.Writing;

/// <summary>How work is handed out.</summary>
internal sealed class Claiming(Session session)
{
    /// <summary>How many delayed deliveries one call makes ready; where there are more, the answer says that they are due.</summary>
    private const int MaxDue = 1000;

    /// <summary>Makes ready what is due, and claims.</summary>
    public InboxClaimed Claim(InboxClaim claim)
    {
        session.Work.MakeDueReady(session.Now, MaxDue);
        var shares = SharesOf(claim);
        var ids = claim.OnlySuspect ? ChooseSuspect(shares, claim.Max) : Deal(shares, claim.Max);
        var work = ids.ConvertAll(Lease);
        var due = session.Work.FirstDue() is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null;
        return new(work, due, shares.Exists(share => share.Endpoint.Count(InboxState.Suspect) > 0));
    }

    private List<(EndpointWork Endpoint, int Max)> SharesOf(InboxClaim claim)
    {
        var shares = new List<(EndpointWork Endpoint, int Max)>(claim.Shares.Count);
        foreach (var share in claim.Shares)
        {
            if (
                session.Board.Find(share.Plugin, share.Endpoint) is { IsPaused: false } endpoint
                && !shares.Exists(known => known.Endpoint == endpoint)
            )
            {
                shares.Add((endpoint, Math.Min(share.Max, claim.Max)));
            }
        }

        return shares;
    }

    private List<long> ChooseSuspect(List<(EndpointWork Endpoint, int Max)> shares, int max)
    {
        if (max < 1 || session.Board.LeasedSuspects > 0)
        {
            return [];
        }

        long? oldest = null;
        foreach (var (endpoint, _) in shares)
        {
            if (endpoint.Count(InboxState.Suspect) > 0 && session.Work.Suspects(endpoint, 1) is [var id] && !(oldest < id))
            {
                oldest = id;
            }
        }

        return oldest is { } chosen ? [chosen] : [];
    }

    /// <summary>One delivery to each share in turn, until nothing is left to deal.</summary>
    private List<long> Deal(List<(EndpointWork Endpoint, int Max)> shares, int max)
    {
        var hands = new List<List<long>>();
        foreach (var (endpoint, most) in shares)
        {
            if (most > 0 && endpoint.Count(InboxState.Ready) > 0)
            {
                hands.Add(session.Work.Ready(endpoint, most));
            }
        }

        var dealt = new List<long>();
        for (var round = 0; dealt.Count < max && hands.Exists(hand => hand.Count > round); round++)
        {
            foreach (var hand in hands)
            {
                if (hand.Count > round && dealt.Count < max)
                {
                    dealt.Add(hand[round]);
                }
            }
        }

        return dealt;
    }

    private InboxWork Lease(long id)
    {
        var row = session.Work.Find(id)!.Value;
        var leased = row with
        {
            State = InboxState.Leased,
            Attempt = row.Attempt + 1,
            Token = row.Token + 1,
            IsSuspect = row.State == InboxState.Suspect,
        };
        session.Work.Change(row, leased);
        session.NoteLeased(new(id, leased.Token, leased.Endpoint.Id, leased.ReadyAt));
        return leased.ToWork();
    }
}
