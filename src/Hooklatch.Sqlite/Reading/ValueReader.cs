using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Reading;

/// <summary>Reads what plugins keep.</summary>
internal sealed class ValueReader(Database database)
{
    private readonly Statement _find = database.Prepare(
        "select data, version, expires_at from value where plugin = ?1 and scope = ?2 and key = ?3"
    );

    public KeyValue? Find(ValueKey key, DateTimeOffset now)
    {
        if (!_find.Bind(1, key.Plugin).Bind(2, key.Scope).Bind(3, key.Key).Step())
        {
            return null;
        }

        var expiresAt = _find.LongOrNull(2) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null;
        var value = expiresAt <= now ? null : new KeyValue(_find.Bytes(0), _find.Long(1), expiresAt);
        _find.Reset();
        return value;
    }
}
