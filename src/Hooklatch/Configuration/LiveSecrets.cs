using Microsoft.Extensions.Configuration;

namespace Hooklatch.Configuration;

/// <summary>
/// The secrets at one path of a plugin's configuration, each made ready for use once. The set is one immutable snapshot that a gate reads
/// once; a change of the configuration is seen by the next read, so a secret that is removed stops working at once.
/// </summary>
/// <param name="configuration">The plugin's configuration.</param>
/// <param name="path">The path of the secrets: one value, values on lines of their own, or an array.</param>
/// <param name="prepare">Makes a secret ready; called once per secret and change.</param>
internal sealed class LiveSecrets<T>(PluginConfiguration configuration, string path, Func<string, T> prepare)
{
    private volatile Snapshot? _current;

    public Snapshot Current => _current is { } current && current.Version == configuration.Version ? current : Refresh();

    private Snapshot Refresh()
    {
        // The version is read first: a change in between makes this snapshot out of date, never wrongly current.
        var version = configuration.Version;
        var secrets = Read(configuration.At(path)).Select(prepare).ToArray();
        return _current = new Snapshot(version, secrets);
    }

    /// <summary>An empty or blank secret is none: it never verifies anything.</summary>
    private static IEnumerable<string> Read(IConfigurationSection section) =>
        new[] { section }
            .Concat(section.GetChildren())
            .SelectMany(entry => (entry.Value ?? "").Split('\n'))
            .Select(line => line.Trim('\r'))
            .Where(line => !string.IsNullOrWhiteSpace(line));

    /// <summary>The secrets of one moment.</summary>
    internal sealed class Snapshot(int version, T[] secrets)
    {
        public int Version { get; } = version;

        public bool IsEmpty => secrets.Length == 0;

        public int Length => secrets.Length;

        public T this[int index] => secrets[index];
    }
}
