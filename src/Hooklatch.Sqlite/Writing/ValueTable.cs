using System.Text;
using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What plugins keep. Each write is a new row, whose number is the version.</summary>
internal sealed class ValueTable
{
    private static readonly string Size = $"length(data) + octet_length(scope) + octet_length(key) + {ValueKey.Overhead}";

    private readonly Session _session;
    private readonly Statement _find;
    private readonly Statement _insert;
    private readonly Statement _delete;
    private readonly Statement _expired;
    private readonly Dictionary<string, long> _bytes = new(StringComparer.Ordinal);

    public ValueTable(Session session)
    {
        _session = session;
        _find = session.Database.Prepare(
            "select version, length(data), expires_at from value where plugin = ?1 and scope = ?2 and key = ?3"
        );
        _insert = session.Database.Prepare(
            "insert into value(plugin, scope, key, data, expires_at) values (?1, ?2, ?3, ?4, ?5) returning version"
        );
        _delete = session.Database.Prepare("delete from value where version = ?1");
        _expired = session.Database.Prepare(
            $"select version, plugin, scope, {Size} from value where expires_at <= ?1 order by expires_at limit ?2"
        );
        Load();
    }

    /// <summary>Counts what each plugin has. Reads the whole table, which the start and a failed transaction do.</summary>
    public void Load()
    {
        _bytes.Clear();
        using var sums = _session.Database.Once(
            $"select plugin, sum({Size}) from value where scope <> '{ValueKey.Schedules}' group by plugin"
        );
        while (sums.Step())
        {
            _bytes[sums.Text(0)!] = sums.Long(1);
        }
    }

    /// <summary>How many bytes the values of all plugins take.</summary>
    public long Bytes => _bytes.Values.Sum();

    /// <summary>Writes a value, or says why not: nobody else's transaction suffers from it.</summary>
    public (long? Version, ValueProblem Problem) Set(ValueKey key, ReadOnlySpan<byte> value, TimeSpan? lifetime, long? ifVersion)
    {
        var known = Find(key);
        if (ifVersion is { } version && version != (known is { IsExpired: false } current ? current.Version : 0))
        {
            return (null, ValueProblem.OtherVersion);
        }

        var more = key.SizeOf(value.Length) - (known is { } old ? key.SizeOf(old.Length) : 0);
        if (more > 0 && key.IsCounted && BytesOf(key.Plugin) + more > _session.Context.Limits.MaxValueBytes)
        {
            return (null, ValueProblem.TooMuch);
        }

        if (more > 0 && _session.IsDiskLow)
        {
            return (null, ValueProblem.DiskIsLow);
        }

        if (known is { } before)
        {
            _delete.Bind(1, before.Version).Run();
        }

        Count(key.Plugin, key.Scope, more);
        _insert.Bind(1, key.Plugin).Bind(2, key.Scope).Bind(3, key.Key).Bind(4, value);
        return (_insert.Bind(5, lifetime is { } time ? _session.Now + time.Ticks : (long?)null).Number(), ValueProblem.None);
    }

    /// <returns>Whether there was one.</returns>
    public bool Delete(ValueKey key)
    {
        if (Find(key) is not { } known)
        {
            return false;
        }

        _delete.Bind(1, known.Version).Run();
        Count(key.Plugin, key.Scope, -key.SizeOf(known.Length));
        return !known.IsExpired;
    }

    /// <summary>Drops what has expired.</summary>
    /// <returns>Whether there is more.</returns>
    public bool DropExpired(int max)
    {
        var expired = new List<(long Version, string Plugin, string Scope, long Bytes)>();
        for (_expired.Bind(1, _session.Now).Bind(2, max); _expired.Step(); )
        {
            expired.Add((_expired.Long(0), _expired.Text(1)!, _expired.Text(2)!, _expired.Long(3)));
        }

        foreach (var (version, plugin, scope, bytes) in expired)
        {
            _delete.Bind(1, version).Run();
            Count(plugin, scope, -bytes);
        }

        return expired.Count == max;
    }

    private long BytesOf(string plugin) => _bytes.GetValueOrDefault(plugin);

    private void Count(string plugin, string scope, long bytes)
    {
        if (new ValueKey(plugin, scope, "").IsCounted)
        {
            _bytes[plugin] = BytesOf(plugin) + bytes;
        }
    }

    private (long Version, long Length, bool IsExpired)? Find(ValueKey key)
    {
        if (!_find.Bind(1, key.Plugin).Bind(2, key.Scope).Bind(3, key.Key).Step())
        {
            return null;
        }

        var found = (_find.Long(0), _find.Long(1), _find.LongOrNull(2) <= _session.Now);
        _find.Reset();
        return found;
    }
}
