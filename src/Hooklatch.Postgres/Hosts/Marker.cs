using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Hooklatch.Postgres.Writing;

namespace Hooklatch.Postgres.Hosts;

/// <summary>Notes whose handlers begin, many in one row, and that this host lives.</summary>
internal sealed class Marker : IAsyncDisposable
{
    private readonly Database _database;
    private readonly HeldClaims _claims;
    private readonly Lane<Mark, bool> _lane;

    // What is written of the claims, and what of all of them at once, come one after the other.
    private readonly SemaphoreSlim _turn = new(1);
    private long _owner;
    private long _last;

    public Marker(Database database, HeldClaims claims)
    {
        (_database, _claims) = (database, claims);
        _lane = new(WriteAsync);
    }

    /// <summary>Notes that the handler of a claim begins.</summary>
    /// <returns>Whether the claim is still held, here and in the database.</returns>
    public Task<bool> MarkAsync(InboxWork work, bool isAlone, CancellationToken cancellation) =>
        _claims.Holds(work.Id, work.Token)
            ? _lane.WriteAsync(new(work.Id, work.Token, isAlone), 0, isUrgent: true, cancellation)
            : Task.FromResult(false);

    /// <summary>Says that the host lives, and leaves out what has ended of what was noted.</summary>
    /// <returns>Whether it was not taken for dead.</returns>
    public async Task<bool> BeatAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var started = _claims.Started();
            var isAlive = await _database.ValueAsync<bool>(
                "beat",
                6,
                command =>
                    command
                        .Add(_database.At)
                        .Add(_owner)
                        .Add([.. started.Select(mark => mark.Id)])
                        .Add([.. started.Select(mark => mark.Token)])
                        .Add([.. started.Select(mark => mark.IsAlone)])
                        .Add(_last),
                cancellation
            );
            _last = 0;
            return isAlive;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Goes on as another owner, who has noted nothing yet.</summary>
    public async Task BeginAsync(long owner, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        (_owner, _last) = (owner, 0);
        _turn.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _lane.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<Mark> marks)
    {
        await _turn.WaitAsync();
        try
        {
            var noted = await _database.QueryAsync(
                "mark",
                4,
                command =>
                    command
                        .Add(_owner)
                        .Add([.. marks.Select(mark => mark.Id)])
                        .Add([.. marks.Select(mark => mark.Token)])
                        .Add([.. marks.Select(mark => mark.IsAlone)]),
                row => (Last: row.GetInt64(0), Held: row.GetFieldValue<bool[]>(1)),
                CancellationToken.None
            );
            (_last, var held) = noted[0];
            foreach (var mark in marks.Where((_, index) => held[index]))
            {
                _claims.NoteStarted(mark.Id, mark.Token, mark.IsAlone);
            }

            return held;
        }
        finally
        {
            _turn.Release();
        }
    }

    private readonly record struct Mark(long Id, long Token, bool IsAlone);
}
