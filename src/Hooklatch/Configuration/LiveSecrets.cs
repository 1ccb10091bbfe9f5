using Microsoft.Extensions.Configuration;

namespace Hooklatch.Configuration;

/// <summary>
/// The secrets at one path of a plugin's configuration, made ready for use as one immutable set. A gate reads the set once; a change of the
/// configuration is seen by the next read, so a secret that is removed stops working at once.
/// </summary>
internal sealed class LiveSecrets<T>
    where T : class
{
    private readonly PluginConfiguration _configuration;
    private readonly string _path;
    private readonly Func<string[], T> _prepare;
    private readonly bool _keepsPlaces;
    private volatile Snapshot? _current;

    /// <param name="configuration">The plugin's configuration.</param>
    /// <param name="path">The path of the secrets: one value, values on lines of their own, or an array.</param>
    /// <param name="prepare">Makes the secrets ready; called once per change.</param>
    /// <param name="keepsPlaces">Whether a blank entry of an array is handed on, so that those behind it keep their numbers.</param>
    public LiveSecrets(PluginConfiguration configuration, string path, Func<string[], T> prepare, bool keepsPlaces = false)
    {
        (_configuration, _path, _prepare, _keepsPlaces) = (configuration, path, prepare, keepsPlaces);
        configuration.Expect(path);
    }

    public T Current => (_current is { } current && current.Version == _configuration.Version ? current : Refresh()).Secrets;

    private Snapshot Refresh()
    {
        // The version is read first: a change in between makes this snapshot out of date, never wrongly current.
        var version = _configuration.Version;
        return _current = new Snapshot(version, _prepare([.. Read(_configuration.At(_path))]));
    }

    /// <summary>An empty or blank secret is none: it never verifies anything.</summary>
    private IEnumerable<string> Read(IConfigurationSection section) =>
        LinesOf(section).Concat(section.GetChildren().SelectMany(entry => LinesOf(entry).DefaultIfEmpty(""))).Where(IsKept);

    private static IEnumerable<string> LinesOf(IConfigurationSection entry) =>
        (entry.Value ?? "").Split('\n').Select(line => line.Trim('\r')).Where(line => !string.IsNullOrWhiteSpace(line));

    private bool IsKept(string line) => _keepsPlaces || line.Length > 0;

    private sealed record Snapshot(int Version, T Secrets);
}
