using Hooklatch.Configuration;
using Hooklatch.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Lifecycle;

/// <summary>The plugins of a host and their webhooks. Which plugins there are is decided once, when the host is built.</summary>
internal sealed class PluginRegistry : IPluginRegistry, IDisposable
{
    private readonly List<PluginState> _plugins = [];
    private readonly List<PluginSwitch> _switches = [];
    private readonly IServiceProvider _services;

    public PluginRegistry(
        IEnumerable<PluginManifest> manifests,
        IEnumerable<PluginFailure> failures,
        IConfiguration configuration,
        PluginEnvironment environment,
        ILogger<PluginRegistry> logger
    )
    {
        _services = environment.Services;
        var failed = failures.ToDictionary(failure => failure.Key, failure => failure.Error, StringComparer.Ordinal);
        foreach (var manifest in manifests)
        {
            var scope = new PluginScope(
                manifest,
                new PluginConfiguration(configuration, manifest.Author, manifest.Module),
                environment.Options.PublicUrl
            )
            {
                Prefix = environment.Options.Prefix,
                Services = environment.Services,
            };
            var plugin = new PluginState(manifest, scope, environment, logger);
            plugin.Build(failed.GetValueOrDefault(scope.Key));
            _plugins.Add(plugin);
            _switches.Add(new PluginSwitch(plugin, logger));
        }

        OwnPaths.Give(_plugins, environment.Options.Prefix);
    }

    /// <summary>What keeps a person's word. It is made of this registry, and so asked for late.</summary>
    private IPluginSwitches? Kept => _services.GetService<IPluginSwitches>();

    /// <summary>The plugins as they run.</summary>
    public IReadOnlyList<PluginState> States => _plugins;

    public IReadOnlyList<PluginInfo> Plugins => [.. _plugins.Select(plugin => plugin.Info)];

    public PluginScope Scope(string key) => _plugins.Single(plugin => plugin.Scope.Key == key).Scope;

    public PluginInfo? Find(string key) => _plugins.SingleOrDefault(plugin => plugin.Scope.Key == key)?.Info;

    public Task<PluginInfo> EnableAsync(string key, CancellationToken cancellationToken) => SetAsync(key, true, cancellationToken);

    public Task<PluginInfo> DisableAsync(string key, CancellationToken cancellationToken) => SetAsync(key, false, cancellationToken);

    /// <summary>Initialises and enables the plugins that are to be served. None fails the host, and none waits for another.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var disabled = Kept is { } kept ? await kept.ReadAsync(cancellation) : [];
        await Task.WhenAll(_switches.Select(plugin => plugin.StartsOwnCode ? Task.Run(() => StartAsync(plugin)) : StartAsync(plugin)))
            .WaitAsync(cancellation);

        Task StartAsync(PluginSwitch plugin) => plugin.StartAsync(disabled.Contains(plugin.Key));
    }

    /// <summary>Follows which plugins persons have disabled, by this host or another.</summary>
    public void Follow(IReadOnlyList<string> disabled) => _switches.ForEach(plugin => plugin.Follow(disabled.Contains(plugin.Key)));

    public async Task StopAsync(CancellationToken cancellation)
    {
        _switches.ForEach(plugin => plugin.Stop());
        await Task.WhenAll(_plugins.Select(plugin => plugin.ShutdownAsync(cancellation)));
    }

    public void Dispose() => _plugins.ForEach(plugin => plugin.Scope.Configuration.Dispose());

    private async Task<PluginInfo> SetAsync(string key, bool isEnabled, CancellationToken cancellation)
    {
        var at = _plugins.FindIndex(plugin => plugin.Scope.Key == key);
        if (at < 0)
        {
            throw new ArgumentException($"No plugin of this host has the key '{key}'.", nameof(key));
        }

        var kept = Kept;
        await (kept is null ? ApplyAsync() : kept.SetAsync(key, !isEnabled, ApplyAsync, cancellation)).WaitAsync(cancellation);
        return _plugins[at].Info;

        Task ApplyAsync() => _switches[at].SetAsync(isEnabled, isKept: kept is not null);
    }
}
