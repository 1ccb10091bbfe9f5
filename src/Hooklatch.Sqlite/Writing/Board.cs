using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>
/// What the writer knows without asking the database: the endpoints with their counters, what is paused, the last id. It is the writer's alone, and read
/// anew after a transaction that did not succeed.
/// </summary>
internal sealed class Board
{
    private readonly Dictionary<(string Plugin, string Name), EndpointWork> _byName = [];
    private readonly Dictionary<int, EndpointWork> _byId = [];
    private readonly HashSet<InboxPause> _pauses = [];
    private readonly HashSet<string> _disabled = [];

    public IReadOnlyCollection<EndpointWork> Endpoints => _byName.Values;

    public IReadOnlyCollection<InboxPause> Pauses => _pauses;

    /// <summary>The plugins that persons have disabled.</summary>
    public IReadOnlyCollection<string> Disabled => _disabled;

    /// <summary>How much there is of all endpoints.</summary>
    public long Depth { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>How many suspects run.</summary>
    public long LeasedSuspects { get; set; }

    /// <summary>The largest id that a delivery has or had.</summary>
    public long LastId { get; set; }

    /// <summary>The largest id that an upload has.</summary>
    public long LastUpload { get; set; }

    /// <summary>Reads everything.</summary>
    public void Load(Database database)
    {
        _byName.Clear();
        _byId.Clear();
        _pauses.Clear();
        _disabled.Clear();
        (Depth, Bytes) = (0, 0);
        foreach (var (plugin, endpoint) in Pairs(database, "select plugin, endpoint from pause"))
        {
            _pauses.Add(new(plugin, endpoint.Length == 0 ? null : endpoint));
        }

        using (var rows = database.Once("select plugin from disabled_plugin"))
        {
            while (rows.Step())
            {
                _disabled.Add(rows.Text(0)!);
            }
        }

        using (var rows = database.Once("select id, plugin, name from endpoint"))
        {
            while (rows.Step())
            {
                Add(rows.Int(0), rows.Text(1)!, rows.Text(2)!);
            }
        }

        using (var rows = database.Once("select endpoint, state, count(*), sum(size) from work group by endpoint, state"))
        {
            while (rows.Step())
            {
                Enter(_byId[rows.Int(0)], (InboxState)rows.Int(1), rows.Long(3), rows.Long(2));
            }
        }

        LeasedSuspects = database.Number("select count(*) from work where state = 1 and suspect = 1") ?? 0;
        LastId = Math.Max(
            database.Number("select max(id) from delivery") ?? 0,
            database.Number("select value from meta where name = 'last_id'") ?? 0
        );
        LastUpload = Math.Max(
            (database.Number("select max(id) from chunk") ?? 0) / Chunks.MaxPerUpload,
            database.Number("select max(id) from upload") ?? 0
        );
    }

    public EndpointWork? Find(string plugin, string name) => _byName.GetValueOrDefault((plugin, name));

    public EndpointWork this[int id] => _byId[id];

    public EndpointWork Add(int id, string plugin, string name)
    {
        var endpoint = new EndpointWork(id, plugin, name) { IsPaused = IsPaused(plugin, name) };
        _byName.Add((plugin, name), endpoint);
        _byId.Add(id, endpoint);
        return endpoint;
    }

    /// <summary>Counts work that came.</summary>
    public void Enter(EndpointWork endpoint, InboxState state, long bytes, long count = 1)
    {
        endpoint.Add(state, count, bytes);
        Depth += count;
        Bytes += bytes;
    }

    /// <summary>Counts work that is no longer there.</summary>
    public void Leave(EndpointWork endpoint, InboxState state, long bytes)
    {
        endpoint.Add(state, -1, -bytes);
        Depth--;
        Bytes -= bytes;
    }

    public void SetPaused(InboxPause what, bool isPaused)
    {
        _ = isPaused ? _pauses.Add(what) : _pauses.Remove(what);
        foreach (var endpoint in _byName.Values)
        {
            endpoint.IsPaused = IsPaused(endpoint.Plugin, endpoint.Name);
        }
    }

    public void SetDisabled(string plugin, bool isDisabled) => _ = isDisabled ? _disabled.Add(plugin) : _disabled.Remove(plugin);

    private bool IsPaused(string plugin, string name) => _pauses.Contains(new(plugin, null)) || _pauses.Contains(new(plugin, name));

    private static List<(string, string)> Pairs(Database database, string sql)
    {
        var pairs = new List<(string, string)>();
        using var rows = database.Once(sql);
        while (rows.Step())
        {
            pairs.Add((rows.Text(0)!, rows.Text(1)!));
        }

        return pairs;
    }
}
