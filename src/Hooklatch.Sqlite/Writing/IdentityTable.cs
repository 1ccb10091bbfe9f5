using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What tells copies of deliveries, and finds deliveries by the provider's id.</summary>
internal sealed class IdentityTable(Session session)
{
    private readonly Statement _insert = session.Database.Prepare("insert or ignore into identity(key, delivery, at) values (?1, ?2, ?3)");
    private readonly Statement _find = session.Database.Prepare("select delivery from identity where key = ?1");
    private readonly Statement _delete = session.Database.Prepare("delete from identity where key = ?1");

    private readonly Statement _old = session.Database.Prepare(
        "select key, delivery, at from identity where (at, key) > (?1, ?2) and at <= ?3 order by at, key limit ?4"
    );

    /// <summary>The delivery that another one is a copy of.</summary>
    public long? Find(InboxItem item)
    {
        Span<byte> room = stackalloc byte[IdentityKey.Length];
        return item.Identity.IsEmpty ? null : _find.Bind(1, IdentityKey.Of(item.DeliveryId, item.Identity.Span, room)).Number();
    }

    /// <summary>Notes what tells a delivery.</summary>
    /// <returns>Whether it is the first of its kind; where not, nothing was noted.</returns>
    public bool TryAdd(InboxItem item, long delivery)
    {
        if (item.Identity.IsEmpty)
        {
            AddFinder(item, delivery);
            return true;
        }

        Span<byte> room = stackalloc byte[IdentityKey.Length];
        _insert.Bind(1, IdentityKey.Of(item.DeliveryId, item.Identity.Span, room)).Bind(2, delivery).Bind(3, session.Now).Run();
        return session.Database.Changes > 0;
    }

    /// <summary>Notes once more what tells a delivery, where that expired meanwhile and no other one has taken it.</summary>
    public void Restore(DeliveryRow delivery)
    {
        if (delivery.Identity is { } identity)
        {
            Span<byte> room = stackalloc byte[IdentityKey.Length];
            _insert.Bind(1, IdentityKey.Of(delivery.DeliveryId, identity, room)).Bind(2, delivery.Id).Bind(3, session.Now).Run();
        }
    }

    /// <summary>Lets a delivery be found by the provider's id, and tells no copies of it.</summary>
    public void AddFinder(InboxItem item, long delivery)
    {
        if (item.DeliveryId is { } id)
        {
            Span<byte> room = stackalloc byte[IdentityKey.FinderLength];
            _insert.Bind(1, IdentityKey.Finder(id, delivery, room)).Bind(2, delivery).BindNull(3).Run();
        }
    }

    /// <summary>Forgets a delivery that is gone.</summary>
    /// <param name="delivery">Its id.</param>
    /// <param name="deliveryId">The provider's id.</param>
    /// <param name="identity">What told it; <see langword="null"/> for what is to tell copies still.</param>
    public void Forget(long delivery, string? deliveryId, byte[]? identity)
    {
        Span<byte> room = stackalloc byte[IdentityKey.Length];
        if (deliveryId is not null)
        {
            Delete(IdentityKey.Finder(deliveryId, delivery, room));
        }

        if (identity is not null)
        {
            var key = IdentityKey.Of(deliveryId, identity, room);
            // What expired may have been taken by a later one.
            if (_find.Bind(1, key).Number() == delivery)
            {
                Delete(key);
            }
        }
    }

    /// <summary>Forgets what tells a delivery whose work is over, where it is told no longer than that; it is still found by the provider's id.</summary>
    public void End(in WorkRow row)
    {
        if (row.ForgetsIdentity && session.Deliveries.Find(row.Id) is { Identity: { } identity } delivery)
        {
            Span<byte> room = stackalloc byte[IdentityKey.Length];
            var key = IdentityKey.Of(delivery.DeliveryId, identity, room);
            if (_find.Bind(1, key).Number() == row.Id)
            {
                Expire(key.ToArray(), row.Id, isKept: true);
            }
        }
    }

    /// <summary>Reads what is old, in order.</summary>
    /// <param name="after">Where to go on.</param>
    /// <param name="tooOld">The time at which it is old.</param>
    /// <param name="max">How many, at most.</param>
    public List<(byte[] Key, long Delivery, long At)> ReadOld((long At, byte[] Key) after, long tooOld, int max)
    {
        var found = new List<(byte[], long, long)>();
        for (_old.Bind(1, after.At).Bind(2, after.Key.AsSpan()).Bind(3, tooOld).Bind(4, max); _old.Step(); )
        {
            found.Add((_old.Bytes(0), _old.Long(1), _old.Long(2)));
        }

        return found;
    }

    /// <summary>Tells no copies any more, and still finds the delivery while there is one.</summary>
    public void Expire(byte[] key, long delivery, bool isKept)
    {
        Delete(key);
        if (isKept && IdentityKey.HasDeliveryId(key))
        {
            Span<byte> room = stackalloc byte[IdentityKey.FinderLength];
            _insert.Bind(1, IdentityKey.Finder(key, delivery, room)).Bind(2, delivery).BindNull(3).Run();
        }
    }

    private void Delete(ReadOnlySpan<byte> key) => _delete.Bind(1, key).Run();
}
