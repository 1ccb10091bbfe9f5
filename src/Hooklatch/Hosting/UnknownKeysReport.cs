using Hooklatch.Configuration;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Hosting;

/// <summary>
/// Warns, once the host has started, of the keys below <c>Hooklatch:</c> and <c>Plugins:</c> that nothing reads, and after a change of the
/// configuration of those that are new. A key is named by its path, never by its value.
/// </summary>
internal sealed partial class UnknownKeysReport(
    IConfiguration configuration,
    PluginRegistry registry,
    IEnumerable<IConfigurationKeySource> sources,
    ILogger<UnknownKeysReport> logger
) : IHostedLifecycleService, IDisposable
{
    /// <summary>How many keys one warning names.</summary>
    private const int MaxNamed = 20;

    private readonly Lock _lock = new();
    private HashSet<string> _reported = [];
    private IDisposable? _subscription;
    private bool _isDue;

    /// <summary>Completes when what has changed until now has been looked at.</summary>
    internal Task Reporting { get; private set; } = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Report();
        _subscription = ChangeToken.OnChange(configuration.GetReloadToken, OnChange);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _subscription?.Dispose();

    /// <summary>The keys that nothing reads.</summary>
    internal UnknownKey[] Find() => [.. OfHost().Concat(OfPlugins()).DistinctBy(key => key.Path, StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// Others wait for the change, such as a secret that is revoked, so it is looked at beside them. Changes that follow each other faster are
    /// looked at together.
    /// </summary>
    private void OnChange()
    {
        if (!Interlocked.Exchange(ref _isDue, true))
        {
            Reporting = Task.Run(() =>
            {
                Volatile.Write(ref _isDue, false);
                Report();
            });
        }
    }

    private void Report()
    {
        if (!logger.IsEnabled(LogLevel.Warning))
        {
            return;
        }

        lock (_lock)
        {
            var unknown = Find();
            UnknownKey[] added = [.. unknown.Where(key => !_reported.Contains(key.Path))];
            // A key that was corrected and comes back is reported again.
            _reported = unknown.Select(key => key.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (added.Length > 0)
            {
                var more = added.Length > MaxNamed ? $" and {added.Length - MaxNamed} more" : "";
                LogUnknown(logger, string.Join(", ", added.Take(MaxNamed)) + more);
            }
        }
    }

    private IEnumerable<UnknownKey> OfHost()
    {
        var keys = new ConfigurationKeys();
        foreach (var setting in HostSettings.All)
        {
            keys.Add(setting.Name).HoldsEntries = setting.IsArray;
        }

        foreach (var webhook in registry.States.SelectMany(plugin => plugin.Webhooks))
        {
            keys.Add($"{nameof(HooklatchOptions.ExplainRefusals)}:{webhook.Plugin.Key}{webhook.Template}");
        }

        foreach (var source in sources)
        {
            source.AddTo(keys);
        }

        return UnknownKey.Below(configuration.GetSection(HooklatchOptions.Section), keys);
    }

    /// <summary>A plugin's section is <c>Plugins:{author}.{module}</c>, or <c>Plugins:{author}:{module}</c>.</summary>
    private IEnumerable<UnknownKey> OfPlugins()
    {
        var plugins = registry.States;
        foreach (var section in configuration.GetSection("Plugins").GetChildren())
        {
            if (Find(plugins, plugin => plugin.Scope.Key, section) is { } plugin)
            {
                foreach (var unknown in Below(section, plugin))
                {
                    yield return unknown;
                }

                continue;
            }

            var modules = plugins.Where(plugin => Is(plugin.Manifest.Author, section.Key)).ToArray();
            if (modules.Length == 0 && UnknownKey.Of(section, plugins.Select(plugin => plugin.Scope.Key)) is { } other)
            {
                yield return other;
            }

            foreach (var module in modules.Length == 0 ? [] : section.GetChildren())
            {
                foreach (var unknown in OfModule(module, modules))
                {
                    yield return unknown;
                }
            }
        }
    }

    private static IEnumerable<UnknownKey> OfModule(IConfigurationSection section, PluginState[] modules) =>
        Find(modules, plugin => plugin.Manifest.Module, section) is { } plugin ? Below(section, plugin)
        : UnknownKey.Of(section, modules.Select(plugin => plugin.Manifest.Module)) is { } unknown ? [unknown]
        : [];

    private static IEnumerable<UnknownKey> Below(IConfigurationSection section, PluginState plugin)
    {
        if (plugin.Scope.Configuration.TryDescribe() is not { } keys)
        {
            // The configuration object cannot be built, which is logged as such.
            return [];
        }

        keys.MayHoldMore |= plugin.Manifest.ReadsConfiguration;
        keys.Add("Enabled");
        keys.Add("Concurrency");
        keys.Add("PublicUrl").HoldsEntries = true;
        keys.Add("PublicUrls");
        foreach (var webhook in plugin.Webhooks)
        {
            keys.Add($"PublicUrls:{webhook.Template}").HoldsEntries = true;
            keys.Add($"{OwnPaths.Section}:{webhook.Template}").HoldsEntries = true;
        }

        return UnknownKey.Below(section, keys);
    }

    private static PluginState? Find(IEnumerable<PluginState> plugins, Func<PluginState, string> name, IConfigurationSection section) =>
        plugins.FirstOrDefault(plugin => Is(name(plugin), section.Key));

    private static bool Is(string name, string key) => string.Equals(name, key, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(
        EventId = LogEvents.UnknownKeys,
        EventName = nameof(LogEvents.UnknownKeys),
        Level = LogLevel.Warning,
        Message = "The configuration has keys that nothing reads: {Keys}"
    )]
    private static partial void LogUnknown(ILogger logger, string keys);
}
