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

    /// <summary>No result where the key is held by somebody's open transaction.</summary>
    private readonly Lane<Ending, bool?> _lane;
    private readonly Patience _patience = new();

    public Finisher(Database database, Board board, HeldClaims claims)
    {
        (_database, _board, _claims) = (database, board, claims);
        _lane = new(ends => WriteAsync(ends, isPatient: false));
    }

    /// <summary>Ends a claim.</summary>
    /// <returns>Whether it was still held.</returns>
    public async Task<bool> EndAsync(Ending ending, CancellationToken cancellation)
    {
        // There are no more of them than claims, and none is refused for what else waits.
        var isHeld =
            await _lane.WriteAsync(ending, ending.Result.Report?.Length ?? 0, isUrgent: true, cancellation)
            ?? await _patience.RunAsync(isUrgent: true, async () => (await WriteAsync([ending], isPatient: true))[0] is true, cancellation);
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
        FinishCall.Fill(command, _database.At, [ending], isPatient: true);
        var held = await Database.ReadAllAsync(command, row => row.GetInt32(0), cancellation);
        if (held is [_])
        {
            _claims.NoteCompleting(ending.Id, ending.Token);
        }

        return held is [_];
    }

    public async ValueTask DisposeAsync()
    {
        await _lane.DisposeAsync();
        _patience.Dispose();
    }

    private async Task<IReadOnlyList<bool?>> WriteAsync(IReadOnlyList<Ending> ends, bool isPatient)
    {
        // In one order everywhere, so that two hosts do not wait for each other.
        var order = Enumerable.Range(0, ends.Count).OrderBy(index => ends[index].Id).ThenBy(index => ends[index].Token).ToArray();
        var sorted = Array.ConvertAll(order, index => ends[index]);
        var held = await _database.QueryAsync(
            FinishCall.Function,
            FinishCall.Arguments,
            command => FinishCall.Fill(command, _database.At, sorted, isPatient),
            row => row.GetInt32(0),
            CancellationToken.None
        );
        var results = new bool?[ends.Count];
        Array.Fill(results, false);
        held.ForEach(place => results[order[Math.Abs(place) - 1]] = place > 0 ? true : null);
        return results;
    }
}
