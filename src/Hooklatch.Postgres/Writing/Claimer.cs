using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Hooklatch.Postgres.Hosts;
using Npgsql;

namespace Hooklatch.Postgres.Writing;

/// <summary>
/// Claims what is ready. Of each endpoint it reads what was never claimed from where the last claim ended, less a margin for what becomes visible out of
/// order; every few seconds from the beginning.
/// </summary>
internal sealed class Claimer(Database database, EndpointNames endpoints, LiveHost host, TimeProvider time) : IDisposable
{
    /// <summary>How many ids before the last claim are read once more.</summary>
    private const long Margin = 2000;

    private static readonly TimeSpan FullInterval = TimeSpan.FromSeconds(5);

    // One at a time: two of this host would only pass over each other's rows.
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<int, long> _marks = [];
    private long _fullAt = time.GetTimestamp();

    public async Task<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellation)
    {
        var shares = new Dictionary<int, int>();
        foreach (var share in claim.Shares)
        {
            shares.TryAdd(await endpoints.OfAsync(share.Plugin, share.Endpoint, cancellation), Math.Max(0, Math.Min(share.Max, claim.Max)));
        }

        await _turn.WaitAsync(cancellation);
        List<Row> rows;
        try
        {
            if (time.GetElapsedTime(_fullAt) > FullInterval)
            {
                _fullAt = time.GetTimestamp();
                _marks.Clear();
            }

            // Not cancelled once it has begun: what it has claimed would be nobody's.
            rows = await host.AsOwnerAsync(owner => ClaimAsync(shares, claim, owner));
            foreach (var row in rows.Where(row => row is { Id: > 0, IsAgain: false }))
            {
                _marks[row.Endpoint] = Math.Max(_marks.GetValueOrDefault(row.Endpoint), row.Id - Margin);
            }
        }
        finally
        {
            _turn.Release();
        }

        var work = new List<InboxWork>(rows.Count - 1);
        foreach (var row in rows.Where(row => row.Id > 0))
        {
            var (plugin, name) = await endpoints.NameAsync(row.Endpoint, CancellationToken.None);
            work.Add(row.ToWork(plugin, name));
        }

        var last = rows[^1];
        var due = last.DueAt is { } ticks ? time.GetUtcNow().AddTicks(ticks - last.At) : (DateTimeOffset?)null;
        return new(work, due, last.HasSuspects);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<List<Row>> ClaimAsync(Dictionary<int, int> shares, InboxClaim claim, long owner)
    {
        int[] numbers = [.. shares.Keys];
        var rows = await database.QueryAsync(
            "claim",
            7,
            command =>
                command
                    .Add(database.At)
                    .Add(owner)
                    .Add(numbers)
                    .Add(Array.ConvertAll(numbers, number => shares[number]))
                    .Add(Array.ConvertAll(numbers, number => _marks.GetValueOrDefault(number)))
                    .Add(Math.Max(0, claim.Max))
                    .Add(claim.OnlySuspect),
            Row.Read,
            CancellationToken.None
        );
        foreach (var row in rows.Where(row => row.Id > 0))
        {
            host.Claims.Add(row.Id, new(row.Token, row.Endpoint, row.Size));
        }

        return rows;
    }

    /// <summary>A claim; or, without an id, what is said of all.</summary>
    private sealed record Row
    {
        public long Id { get; private init; }

        public long Token { get; private init; }

        public int Endpoint { get; private init; }

        public int Attempt { get; private init; }

        public int Crashes { get; private init; }

        public bool IsSuspect { get; private init; }

        public long Size { get; private init; }

        public bool IsAgain { get; private init; }

        public long? DueAt { get; private init; }

        public long At { get; private init; }

        public bool HasSuspects { get; private init; }

        public static Row Read(NpgsqlDataReader row) =>
            row.IsDBNull(0)
                ? new()
                {
                    DueAt = row.LongOrNull(8),
                    At = row.GetInt64(9),
                    HasSuspects = row.GetBoolean(10),
                }
                : new()
                {
                    Id = row.GetInt64(0),
                    Token = row.GetInt64(1),
                    Endpoint = row.GetInt32(2),
                    Attempt = row.GetInt32(3),
                    Crashes = row.GetInt32(4),
                    IsSuspect = row.GetBoolean(5),
                    Size = row.GetInt64(6),
                    IsAgain = row.GetBoolean(7),
                };

        public InboxWork ToWork(string plugin, string endpoint) =>
            new()
            {
                Id = Id,
                Token = Token,
                Plugin = plugin,
                Endpoint = endpoint,
                Attempt = Attempt,
                Crashes = Crashes,
                IsSuspect = IsSuspect,
            };
    }
}
