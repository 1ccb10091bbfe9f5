using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Configuration;

/// <summary>
/// A plugin's part of the host's configuration: the section <c>Plugins:{author}.{module}</c>, and behind it <c>Plugins:{author}:{module}</c>
/// for environment variables in shells that reject dots.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginConfiguration : IDisposable
{
    private readonly IConfigurationSection _dotted;
    private readonly IConfigurationSection _nested;
    private readonly IDisposable _subscription;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Func<ConfigurationKeys, bool>> _objects = [];
    private int _version;

    internal PluginConfiguration(IConfiguration configuration, string author, string module)
    {
        var plugins = configuration.GetSection("Plugins");
        _dotted = plugins.GetSection($"{author}.{module}");
        _nested = plugins.GetSection(ConfigurationPath.Combine(author, module));
        Section = _dotted.Path;
        _subscription = ChangeToken.OnChange(configuration.GetReloadToken, OnChange);
    }

    /// <summary>Raised after a change, on whatever thread reloaded the configuration.</summary>
    internal event Action? Changed;

    /// <summary>The path of the section, for messages: <c>Plugins:{author}.{module}</c>.</summary>
    internal string Section { get; }

    /// <summary>Grows with every change; what was derived at another version is out of date.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <summary>The section that holds a path; where neither does, one that has no value.</summary>
    internal IConfigurationSection At(string path)
    {
        var section = _dotted.GetSection(path);
        return section.Exists() ? section : _nested.GetSection(path);
    }

    /// <summary>The path of a section below the plugin's, for messages: in one spelling, wherever it is configured.</summary>
    internal string PathOf(IConfigurationSection section) =>
        section.Path.StartsWith(_nested.Path + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase)
            ? Section + section.Path[_nested.Path.Length..]
            : section.Path;

    /// <summary>Notes that the values at a path are read, so that the path is known.</summary>
    internal void Expect(string path)
    {
        lock (_lock)
        {
            // Who reads nothing has no path.
            _ = path.Length > 0 && _paths.Add(path);
        }
    }

    /// <summary>Notes who reads keys that depend on what is configured; it adds them, or says that it cannot.</summary>
    internal void Expect(Func<ConfigurationKeys, bool> addKeys)
    {
        lock (_lock)
        {
            _objects.Add(addKeys);
        }
    }

    /// <summary>The keys of the plugin that are read; <see langword="null"/> where that cannot be said.</summary>
    internal ConfigurationKeys? TryDescribe()
    {
        var keys = new ConfigurationKeys();
        Func<ConfigurationKeys, bool>[] objects;
        lock (_lock)
        {
            foreach (var path in _paths)
            {
                keys.Add(path).HoldsEntries = true;
            }

            objects = [.. _objects];
        }

        return objects.All(addKeys => addKeys(keys)) ? keys : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _subscription.Dispose();

    private void OnChange()
    {
        Interlocked.Increment(ref _version);
        Changed?.Invoke();
    }
}
