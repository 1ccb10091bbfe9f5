using System.ComponentModel;
using Hooklatch.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Configuration;

/// <summary>
/// The plugin's configuration object, rebuilt by a generated binder when the configuration changes. A change that cannot be read is refused
/// and logged, and the last good object stays.
/// </summary>
/// <param name="configuration">The plugin's configuration.</param>
/// <param name="bind">The generated binder.</param>
/// <param name="logger">Where a refused change is reported.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class PluginConfigSource<T>(PluginConfiguration configuration, Func<ConfigReader, T> bind, ILogger logger)
    where T : class
{
    private volatile Snapshot? _current;

    /// <summary>The object for this moment. A request takes it once.</summary>
    /// <exception cref="FormatException">The configuration could not be read from the start.</exception>
    public T Current => (_current is { } current && current.Version == configuration.Version ? current : Refresh()).Value;

    private Snapshot Refresh()
    {
        var version = configuration.Version;
        try
        {
            return _current = new Snapshot(version, bind(new ConfigReader(configuration)));
        }
        catch (FormatException exception) when (_current is { } last)
        {
            LogRefused(logger, configuration.Section, exception.Message);
            return _current = last with { Version = version };
        }
    }

    [LoggerMessage(
        EventId = 20,
        EventName = "ConfigurationRefused",
        Level = LogLevel.Error,
        Message = "A change of {Section} was refused and the last good configuration stays: {Reason}"
    )]
    private static partial void LogRefused(ILogger logger, string section, string reason);

    private sealed record Snapshot(int Version, T Value);
}
