using System.ComponentModel;
using Hooklatch.Plugins;

namespace Hooklatch.Jobs;

/// <summary>Takes the jobs of a plugin from its manifest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JobMap
{
    private readonly List<JobHandler> _handlers = [];
    private readonly Dictionary<string, JobHandler> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Type> _types = [];
    private readonly PluginScope _plugin;

    internal JobMap(PluginScope plugin) => _plugin = plugin;

    internal IReadOnlyList<JobHandler> Handlers => _handlers;

    /// <summary>Adds a method that runs jobs.</summary>
    /// <exception cref="InvalidOperationException">Another one has its name or its type.</exception>
    public void Add(JobHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        foreach (var name in handler.Aliases.Prepend(handler.Name))
        {
            // A method's own name may come again, or in another case.
            if (!_names.TryAdd(name, handler) && _names[name] != handler)
            {
                throw new InvalidOperationException(
                    $"The plugin {_plugin.Key} has two jobs of the name '{name}'; one is {handler.Target}."
                );
            }
        }

        if (handler.JobType is { } type && !_types.Add(type))
        {
            throw new InvalidOperationException(
                $"Two methods of the plugin {_plugin.Key} run jobs of the type {type}; one is {handler.Target}."
            );
        }

        _handlers.Add(handler);
    }
}
