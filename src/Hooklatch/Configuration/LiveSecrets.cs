using Microsoft.Extensions.Configuration;

namespace Hooklatch.Configuration;

/// <summary>
/// The secrets at one path of a plugin's configuration, made ready for use as one immutable set. A gate reads the set once; a change of the
/// configuration is seen by the next read, so a secret that is removed stops working at once.
/// </summary>
/// <param name="configuration">The plugin's configuration.</param>
/// <param name="path">The path of the secrets: one value, values on lines of their own, or an array.</param>
/// <param name="prepare">Makes the secrets ready; called once per change.</param>
internal sealed class LiveSecrets<T>(PluginConfiguration configuration, string path, Func<string[], T> prepare)
    where T : class
{
    private volatile Snapshot? _current;

    public T Current => (_current is { } current && current.Version == configuration.Version ? current : Refresh()).Secrets;

    private Snapshot Refresh()
    {
        // The version is read first: a change in between makes this snapshot out of date, never wrongly current.
        var version = configuration.Version;
        return _current = new Snapshot(version, prepare([.. Read(configuration.At(path))]));
    }

    /// <summary>An empty or blank secret is none: it never verifies anything.</summary>
    private static IEnumerable<string> Read(IConfigurationSection section) =>
        new[] { section }
            .Concat(section.GetChildren())
            .SelectMany(entry => (entry.Value ?? "").Split('\n'))
            .Select(line => line.Trim('\r'))
            .Where(line => !string.IsNullOrWhiteSpace(line));

    private sealed record Snapshot(int Version, T Secrets);
}
