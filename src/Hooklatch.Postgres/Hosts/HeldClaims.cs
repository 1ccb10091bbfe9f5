using System.Collections.Concurrent;

namespace Hooklatch.Postgres.Hosts;

/// <summary>The claims that this host holds, by delivery.</summary>
internal sealed class HeldClaims
{
    private readonly ConcurrentDictionary<long, HeldClaim> _claims = [];

    public bool Holds(long id, long token) => _claims.TryGetValue(id, out var claim) && claim.Token == token;

    public void Add(long id, HeldClaim claim) => _claims[id] = claim;

    /// <summary>Takes a claim out.</summary>
    /// <returns>What it was; <see langword="null"/> where it was not held.</returns>
    public HeldClaim? Remove(long id, long token) =>
        _claims.TryGetValue(id, out var claim) && claim.Token == token && _claims.TryRemove(KeyValuePair.Create(id, claim)) ? claim
        : claim?.Token == token ? Remove(id, token)
        : null;

    /// <summary>Notes that the handler of a claim runs.</summary>
    public void NoteStarted(long id, long token, bool isAlone) => Change(id, token, claim => claim with { IsAlone = isAlone });

    /// <summary>Notes that the handler of a claim completes it.</summary>
    public void NoteCompleting(long id, long token) => Change(id, token, claim => claim with { IsCompleting = true });

    private void Change(long id, long token, Func<HeldClaim, HeldClaim> change)
    {
        while (_claims.TryGetValue(id, out var claim) && claim.Token == token)
        {
            if (_claims.TryUpdate(id, change(claim), claim))
            {
                return;
            }
        }
    }

    /// <summary>The claims whose handlers run.</summary>
    public List<(long Id, long Token, bool IsAlone)> Started() =>
        [.. _claims.Where(each => each.Value.IsAlone is not null).Select(each => (each.Key, each.Value.Token, each.Value.IsAlone!.Value))];

    /// <summary>All that the database has to know of.</summary>
    public HashSet<(long Id, long Token)> All() =>
        [.. _claims.Where(each => !each.Value.IsCompleting).Select(each => (each.Key, each.Value.Token))];
}
