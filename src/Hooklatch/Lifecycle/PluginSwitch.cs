using Hooklatch.Configuration;
using Hooklatch.Http;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Lifecycle;

/// <summary>
/// Follows a plugin's setting <c>Enabled</c>. A change of the setting switches the plugin; while it stays the same, what was switched at run time
/// counts. A plugin that a person has disabled stays so where that is kept. What cannot be read is off.
/// </summary>
internal sealed partial class PluginSwitch(PluginState plugin, ILogger logger)
{
    private const string Setting = "Enabled";

    private readonly Lock _lock = new();
    private bool _isOn;
    private bool _isHeld;

    /// <summary>Whether to start the plugin runs code of its own, for which no other plugin has to wait.</summary>
    public bool StartsOwnCode => plugin.Manifest.CreateLifecycle is not null;

    /// <summary>The plugin's key.</summary>
    public string Key => plugin.Scope.Key;

    private PluginConfiguration Configuration => plugin.Scope.Configuration;

    /// <summary>Switches the plugin as it is configured, now and from now on.</summary>
    /// <param name="isHeld">Whether a person has disabled it before this start.</param>
    /// <returns>Completes when the plugin has been told.</returns>
    public async Task StartAsync(bool isHeld)
    {
        Func<Task> tell;
        lock (_lock)
        {
            _isHeld = isHeld;
            _isOn = Read();
            Configuration.Changed += OnChange;
            tell = plugin.Decide(_isOn && !_isHeld);
        }

        await tell();
    }

    /// <summary>Switches the plugin by a person's word.</summary>
    /// <param name="isOn">The word.</param>
    /// <param name="isKept">Whether it is kept, so that no change of the setting counts more than it.</param>
    /// <returns>Completes when the plugin has been told.</returns>
    public Task SetAsync(bool isOn, bool isKept)
    {
        Func<Task> tell;
        lock (_lock)
        {
            _isHeld = isKept && !isOn;
            tell = plugin.Decide(isOn);
        }

        return tell();
    }

    /// <summary>Follows a person's word that was kept, by this host or another.</summary>
    public void Follow(bool isHeld)
    {
        Func<Task> tell;
        lock (_lock)
        {
            if (isHeld == _isHeld)
            {
                return;
            }

            _isHeld = isHeld;
            tell = plugin.Decide(!isHeld && Read());
        }

        _ = Task.Run(tell);
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
            tell = plugin.Decide(isOn && !_isHeld);
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
