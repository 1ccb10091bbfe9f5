using Hooklatch.Configuration;
using Hooklatch.Http;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Lifecycle;

/// <summary>
/// Follows a plugin's setting <c>Enabled</c>. A change of the setting switches the plugin; while it stays the same, what was switched at run time
/// counts. What cannot be read is off.
/// </summary>
internal sealed partial class PluginSwitch(PluginState plugin, ILogger logger)
{
    private const string Setting = "Enabled";

    private readonly Lock _lock = new();
    private bool _isOn;

    /// <summary>Whether to start the plugin runs code of its own, for which no other plugin has to wait.</summary>
    public bool StartsOwnCode => plugin.Manifest.CreateLifecycle is not null;

    private PluginConfiguration Configuration => plugin.Scope.Configuration;

    /// <summary>Switches the plugin as it is configured, now and from now on.</summary>
    /// <returns>Completes when the plugin has been told.</returns>
    public async Task StartAsync()
    {
        Func<Task> tell;
        lock (_lock)
        {
            _isOn = Read();
            Configuration.Changed += OnChange;
            tell = plugin.Decide(_isOn);
        }

        await tell();
    }

    public void Stop() => Configuration.Changed -= OnChange;

    private void OnChange()
    {
        Func<Task> tell;
        lock (_lock)
        {
            var isOn = Read();
            if (isOn == _isOn)
            {
                return;
            }

            _isOn = isOn;
            tell = plugin.Decide(isOn);
        }

        _ = tell();
    }

    private bool Read()
    {
        var section = Configuration.At(Setting);
        if (string.IsNullOrWhiteSpace(section.Value))
        {
            return true;
        }

        if (bool.TryParse(section.Value, out var isOn))
        {
            return isOn;
        }

        LogUnreadable(logger, plugin.Scope.Key, Configuration.PathOf(section));
        return false;
    }

    [LoggerMessage(
        EventId = LogEvents.PluginSwitchUnreadable,
        EventName = nameof(LogEvents.PluginSwitchUnreadable),
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} is disabled: the setting {Path} is neither true nor false."
    )]
    private static partial void LogUnreadable(ILogger logger, string plugin, string path);
}
