using System.Collections.Concurrent;
using Npgsql;

namespace Hooklatch.Postgres.Access;

/// <summary>The numbers of endpoints, which never change. There are as many as hosts declare.</summary>
internal sealed class EndpointNames(Database database)
{
    private readonly ConcurrentDictionary<(string Plugin, string Name), int> _ids = [];
    private readonly ConcurrentDictionary<int, (string Plugin, string Name)> _names = [];

    /// <summary>The number of an endpoint, which gets one where it has none yet.</summary>
    public async ValueTask<int> OfAsync(string plugin, string name, CancellationToken cancellation)
    {
        if (_ids.TryGetValue((plugin, name), out var known))
        {
            return known;
        }

        await ReadAsync(
            $"insert into {database.Schema}.endpoint(plugin, name) values ($1, $2) on conflict do nothing returning id, plugin, name",
            cancellation,
            plugin,
            name
        );
        if (!_ids.TryGetValue((plugin, name), out known))
        {
            await ReadAsync(
                $"select id, plugin, name from {database.Schema}.endpoint where plugin = $1 and name = $2",
                cancellation,
                plugin,
                name
            );
            known = _ids[(plugin, name)];
        }

        return known;
    }

    /// <summary>The name of an endpoint.</summary>
    public async ValueTask<(string Plugin, string Name)> NameAsync(int id, CancellationToken cancellation)
    {
        if (!_names.TryGetValue(id, out var names))
        {
            await LoadAsync(cancellation);
            names = _names[id];
        }

        return names;
    }

    /// <summary>The numbers of a plugin's endpoints, or of the one that has a name; of all where no plugin is named.</summary>
    public async Task<int[]?> NumbersAsync(string? plugin, string? name, CancellationToken cancellation)
    {
        if (plugin is null)
        {
            return null;
        }

        await LoadAsync(cancellation);
        return [.. _names.Where(each => each.Value.Plugin == plugin && (name is null || each.Value.Name == name)).Select(each => each.Key)];
    }

    /// <summary>Reads all that there are.</summary>
    public Task LoadAsync(CancellationToken cancellation) =>
        ReadAsync($"select id, plugin, name from {database.Schema}.endpoint", cancellation);

    private async Task ReadAsync(string sql, CancellationToken cancellation, params string[] arguments)
    {
        var rows = await database.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                foreach (var argument in arguments)
                {
                    command.Add(argument);
                }

                return await Database.ReadAllAsync(
                    command,
                    row => (Id: row.GetInt32(0), Names: (row.Text(1)!, row.Text(2)!)),
                    cancellation
                );
            },
            cancellation
        );
        foreach (var (id, names) in rows)
        {
            _ids[names] = id;
            _names[id] = names;
        }
    }
}
