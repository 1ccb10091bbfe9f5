using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Hooklatch.Postgres.Hosts;
using Npgsql;

namespace Hooklatch.Postgres.Writing;

/// <summary>Stores deliveries, many in one transaction.</summary>
internal sealed class Acceptor : IAsyncDisposable
{
    /// <summary>From how many bytes on a delivery is written by itself, so that no other one waits for it.</summary>
    private const long LargeBytes = 1L << 20;

    /// <summary>How many of those are written at once: each is held in memory more than once meanwhile.</summary>
    private const int MaxLarge = 4;

    private const int Vanished = 9;

    /// <summary>Its key is held by somebody's open transaction.</summary>
    private const int Busy = 8;

    private readonly Database _database;
    private readonly Board _board;
    private readonly LiveHost _host;
    private readonly Lane<Offer, Accepted> _lane;
    private readonly SemaphoreSlim _large = new(MaxLarge);
    private readonly Patience _patience = new();

    public Acceptor(Database database, Board board, LiveHost host)
    {
        (_database, _board, _host) = (database, board, host);
        _lane = new(offers => WriteAsync(offers, isAgain: false, isPatient: false));
    }

    /// <summary>Stores a delivery and its work.</summary>
    public async Task<Accepted> AcceptAsync(Offer offer, CancellationToken cancellation)
    {
        while (true)
        {
            var accepted = await OfferAsync(offer, cancellation);
            if (accepted.Kind != Vanished)
            {
                return accepted;
            }

            // The one that it was a copy of was erased while this one waited for it.
        }
    }

    /// <summary>Stores a delivery as a part of a transaction of somebody else. It is not claimed: it may never exist.</summary>
    public async Task<Accepted> AcceptInAsync(Offer offer, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var fits = await _board.ChooseAsync([(offer.Endpoint, offer.Item.Size)]);
        // It becomes visible whenever the transaction is committed: so it lies where the next claim looks in any case.
        while (true)
        {
            await using var command = _database.Call(transaction.Connection!, AcceptCall.Function, AcceptCall.Arguments);
            AcceptCall.Fill(command, _database.At, _host.Owner, [offer], fits, isAgain: true, isPatient: true);
            if (await Database.ReadAllAsync(command, Accepted.Read, cancellation) is [{ Kind: not Vanished } accepted])
            {
                return accepted;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _lane.DisposeAsync();
        _large.Dispose();
        _patience.Dispose();
    }

    private async Task<Accepted> OfferAsync(Offer offer, CancellationToken cancellation)
    {
        if (offer.Item.Size <= LargeBytes)
        {
            var accepted = await _lane.WriteAsync(offer, offer.Item.Size, isUrgent: false, cancellation);
            // It may be visible long after later ones are: so it lies where the next claim looks in any case.
            return accepted.Kind != Busy
                ? accepted
                : await _patience.RunAsync(
                    isUrgent: false,
                    async () => (await WriteAsync([offer], isAgain: true, isPatient: true))[0],
                    cancellation
                );
        }

        await _large.WaitAsync(cancellation);
        try
        {
            // It may be visible long after later ones are: so it lies where the next claim looks in any case.
            return (await WriteAsync([offer], isAgain: true, isPatient: true))[0];
        }
        finally
        {
            _large.Release();
        }
    }

    private async Task<IReadOnlyList<Accepted>> WriteAsync(IReadOnlyList<Offer> offers, bool isAgain, bool isPatient)
    {
        var (group, firsts) = Distinct(offers);
        var fits = await _board.ChooseAsync(group.ConvertAll(offer => (offer.Endpoint, offer.Item.Size)));
        var accepted = await _host.AsOwnerAsync(owner => WriteAsync(group, fits, owner, isAgain, isPatient));
        for (var index = 0; index < group.Count; index++)
        {
            var (offer, answer) = (group[index], accepted[index]);
            if (answer.Kind == (int)InboxAcceptanceKind.Accepted)
            {
                _board.Enter(offer.Endpoint, offer.Item.Size);
            }

            if (answer.IsClaimed)
            {
                _host.Claims.Add(answer.Id, new(Accepted.FirstToken, offer.Endpoint, offer.Item.Size));
            }
        }

        var answers = new Accepted[offers.Count];
        for (int index = 0, next = 0; index < answers.Length; index++)
        {
            // A copy of one of its own group is one of whatever that one became.
            answers[index] = firsts[index] == next ? accepted[next++] : accepted[firsts[index]].AsCopy();
        }

        return answers;
    }

    /// <summary>Those that are no copies of one before them, and for each which of those it is, or is a copy of.</summary>
    private static (List<Offer> Distinct, int[] Firsts) Distinct(IReadOnlyList<Offer> offers)
    {
        var known = new Dictionary<UInt128, int>();
        var distinct = new List<Offer>(offers.Count);
        var firsts = new int[offers.Count];
        for (var index = 0; index < firsts.Length; index++)
        {
            var identity = offers[index].Item.Identity.Span;
            if (identity.IsEmpty)
            {
                firsts[index] = distinct.Count;
                distinct.Add(offers[index]);
                continue;
            }

            var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(identity);
            if (known.TryAdd(key, distinct.Count))
            {
                distinct.Add(offers[index]);
            }

            firsts[index] = known[key];
        }

        return (distinct, firsts);
    }

    private Task<List<Accepted>> WriteAsync(List<Offer> offers, bool[] fits, long owner, bool isAgain, bool isPatient) =>
        _database.QueryAsync(
            AcceptCall.Function,
            AcceptCall.Arguments,
            command => AcceptCall.Fill(command, _database.At, owner, offers, fits, isAgain, isPatient),
            Accepted.Read,
            CancellationToken.None
        );
}
