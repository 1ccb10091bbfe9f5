using Hooklatch.Inbox;

namespace Hooklatch.Sqlite.Writing;

/// <summary>How deliveries come in.</summary>
internal sealed class Accepting(Session session)
{
    /// <summary>One endpoint gets one part of this many.</summary>
    private const long Parts = 4;

    /// <summary>What is known before a large body is written: that it need not be.</summary>
    /// <returns>What to answer; <see langword="null"/> where it is to be written.</returns>
    public InboxAcceptance? TryRefuse(InboxItem item) =>
        session.Identities.Find(item) is { } known ? AcceptCopy(known, item)
        : IsFull(session.Deliveries.EndpointOf(item), item.Size) ? new(InboxAcceptanceKind.Full, 0)
        : null;

    /// <summary>Stores a delivery and its work.</summary>
    /// <param name="item">What was received.</param>
    /// <param name="claim">Whether it may be claimed at once.</param>
    /// <param name="upload">What holds its bytes already.</param>
    public InboxAcceptance Accept(InboxItem item, bool claim, long? upload)
    {
        var endpoint = session.Deliveries.EndpointOf(item);
        if (IsFull(endpoint, item.Size))
        {
            // A copy adds nothing, so there is room for it.
            return session.Identities.Find(item) is { } copied ? AcceptCopy(copied, item) : new(InboxAcceptanceKind.Full, 0);
        }

        var id = session.Board.LastId + 1;
        if (!session.Identities.TryAdd(item, id))
        {
            return AcceptCopy(session.Identities.Find(item)!.Value, item);
        }

        return new(InboxAcceptanceKind.Accepted, id, Add(id, endpoint, item, claim, upload));
    }

    /// <summary>Stores what was handled before it was answered.</summary>
    /// <returns>Its id; <see langword="null"/> where the disk has no room.</returns>
    public long? Record(InboxItem item, InboxResult result, long? upload)
    {
        if (session.IsDiskLow)
        {
            return null;
        }

        var id = session.Board.LastId + 1;
        session.Board.LastId = id;
        session.Deliveries.Add(id, session.Deliveries.EndpointOf(item), item, result.State);
        session.Bodies.Add(id, item, upload);
        session.Identities.AddFinder(item, id);
        session.Outcomes.Add(id, attempt: 1, crashes: 0, result);
        return id;
    }

    /// <summary>Stores a copy that runs as if it had come in now.</summary>
    /// <returns>Its id; <see langword="null"/> where the delivery has been erased meanwhile.</returns>
    public long? Replay(InboxItem copy, long? upload)
    {
        if (session.Deliveries.Find(copy.ReplayOf!.Value) is null)
        {
            return null;
        }

        var id = session.Board.LastId + 1;
        session.Identities.AddFinder(copy, id);
        Add(id, session.Deliveries.EndpointOf(copy), copy, claim: false, upload);
        return id;
    }

    private InboxWork? Add(long id, EndpointWork endpoint, InboxItem item, bool claim, long? upload)
    {
        session.Board.LastId = id;
        session.Deliveries.Add(id, endpoint, item, recorded: null);
        session.Bodies.Add(id, item, upload);
        var dueAt = item.Delay > TimeSpan.Zero ? session.Now + item.Delay.Ticks : 0;
        var state = session.Work.Begin(endpoint, item.OrderKey, dueAt);
        var isClaimed = claim && state == InboxState.Ready && !endpoint.IsPaused;
        var row = new WorkRow
        {
            Id = id,
            Endpoint = endpoint,
            State = isClaimed ? InboxState.Leased : state,
            Size = item.Size,
            ReadyAt = item.ReadyAt.UtcTicks,
            OrderKey = item.OrderKey,
            RanksAt = item.RanksAt.UtcTicks,
            ForgetsIdentity = item.ForgetsIdentity,
            DueAt = dueAt,
            Attempt = isClaimed ? 1 : 0,
            Token = isClaimed ? 1 : 0,
        };
        session.Work.Add(row);
        if (!isClaimed)
        {
            return null;
        }

        session.NoteLeased(new(id, row.Token, endpoint.Id, row.ReadyAt));
        return row.ToWork();
    }

    private InboxAcceptance AcceptCopy(long id, InboxItem copy)
    {
        if (!copy.RequeuesDead || session.Work.Find(id) is not { State: InboxState.Dead or InboxState.Quarantined } row)
        {
            return new(InboxAcceptanceKind.Duplicate, id);
        }

        session.Acting.Restart(row);
        return new(InboxAcceptanceKind.Requeued, id);
    }

    private bool IsFull(EndpointWork endpoint, long size)
    {
        var limits = session.Context.Limits;
        var board = session.Board;
        return board.Depth + 1 > limits.MaxDepth
            || endpoint.Depth + 1 > limits.MaxDepth / Parts
            || board.Bytes + size > limits.MaxBytes
            || endpoint.Bytes + size > limits.MaxBytes / Parts
            || session.IsDiskLow;
    }
}
