using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Reading;

/// <summary>The names of endpoints, which never change.</summary>
internal sealed class EndpointNames(Database database)
{
    private readonly Dictionary<int, (string Plugin, string Name)> _known = [];
    private readonly Statement _find = database.Prepare("select plugin, name from endpoint where id = ?1");
    private readonly Statement _ofPlugin = database.Prepare("select id, name from endpoint where plugin = ?1");

    public (string Plugin, string Name) this[int id]
    {
        get
        {
            if (!_known.TryGetValue(id, out var names) && _find.Bind(1, id).Step())
            {
                names = (_find.Text(0)!, _find.Text(1)!);
                _find.Reset();
                _known.Add(id, names);
            }

            return names;
        }
    }

    /// <summary>The numbers of a plugin's endpoints, or of the one that has a name.</summary>
    public HashSet<int> Of(string plugin, string? name)
    {
        var ids = new HashSet<int>();
        for (_ofPlugin.Bind(1, plugin); _ofPlugin.Step(); )
        {
            if (name is null || _ofPlugin.Text(1) == name)
            {
                ids.Add(_ofPlugin.Int(0));
            }
        }

        return ids;
    }
}
