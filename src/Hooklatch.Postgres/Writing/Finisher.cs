using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Hooklatch.Postgres.Hosts;
using Npgsql;

namespace Hooklatch.Postgres.Writing;

/// <summary>Ends claims, many in one transaction.</summary>
internal sealed class Finisher : IAsyncDisposable
{
    private readonly Database _database;
    private readonly Board _board;
    private readonly HeldClaims _claims;
    private readonly Lane<Ending, bool> _lane;

    public Finisher(Database database, Board board, HeldClaims claims)
    {
        (_database, _board, _claims) = (database, board, claims);
        _lane = new(WriteAsync);
    }

    /// <summary>Ends a claim.</summary>
    /// <returns>Whether it was still held.</returns>
    public async Task<bool> EndAsync(Ending ending, CancellationToken cancellation)
    {
        // There are no more of them than claims, and none is refused for what else waits.
        var isHeld = await _lane.WriteAsync(ending, ending.Result.Report?.Length ?? 0, isUrgent: true, cancellation);
        var claim = _claims.Remove(ending.Id, ending.Token);
        if (!isHeld && claim is { IsCompleting: true })
        {
            // The handler's own transaction ended it.
            _board.Leave(claim.Endpoint, claim.Size);
            return true;
        }

        if (isHeld && claim is not null && ending.Result.State == InboxState.Done)
        {
            _board.Leave(claim.Endpoint, claim.Size);
        }
        else if (ending.Result.State == InboxState.Done)
        {
            _board.Distrust();
        }

        return isHeld;
    }

    /// <summary>Ends a claim as a part of a transaction of somebody else.</summary>
    /// <returns>Whether it was still held.</returns>
    public async Task<bool> EndInAsync(Ending ending, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var command = _database.Call(transaction.Connection!, FinishCall.Function, FinishCall.Arguments);
        FinishCall.Fill(command, _database.At, [ending]);
        var held = await Database.ReadAllAsync(command, row => row.GetInt32(0), cancellation);
        if (held is [_])
        {
            _claims.NoteCompleting(ending.Id, ending.Token);
        }

        return held is [_];
    }

    public ValueTask DisposeAsync() => _lane.DisposeAsync();

    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<Ending> ends)
    {
        // In one order everywhere, so that two hosts do not wait for each other.
        var order = Enumerable.Range(0, ends.Count).OrderBy(index => ends[index].Id).ThenBy(index => ends[index].Token).ToArray();
        var sorted = Array.ConvertAll(order, index => ends[index]);
        var held = await _database.QueryAsync(
            FinishCall.Function,
            FinishCall.Arguments,
            command => FinishCall.Fill(command, _database.At, sorted),
            row => row.GetInt32(0),
            CancellationToken.None
        );
        var results = new bool[ends.Count];
        held.ForEach(place => results[order[place - 1]] = true);
        return results;
    }
}
