using Hooklatch.Configuration;
using Hooklatch.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Hosting;

/// <summary>The plugins of a host and their webhooks. It is built once, when the webhooks are mapped.</summary>
internal sealed partial class PluginRegistry : IDisposable
{
    private readonly List<Plugin> _plugins = [];

    public PluginRegistry(
        IEnumerable<PluginManifest> manifests,
        IConfiguration configuration,
        HooklatchOptions options,
        ILogger<PluginRegistry> logger
    )
    {
        foreach (var manifest in manifests)
        {
            var scope = new PluginScope(
                manifest,
                new PluginConfiguration(configuration, manifest.Author, manifest.Module),
                options.PublicUrl
            );
            _plugins.Add(Build(scope, logger));
        }
    }

    public IReadOnlyList<Plugin> Plugins => _plugins;

    public PluginScope Scope(string key) => _plugins.Single(plugin => plugin.Scope.Key == key).Scope;

    public void Dispose() => _plugins.ForEach(plugin => plugin.Scope.Configuration.Dispose());

    /// <summary>A plugin that cannot be built is left out with its error shown; the others run.</summary>
    private static Plugin Build(PluginScope scope, ILogger logger)
    {
        try
        {
            var map = new WebhookMap(scope);
            scope.Manifest.MapWebhooks(map);
            return new Plugin(scope, map.Handlers, null);
        }
#pragma warning disable CA1031 // A plugin's constructor may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogDisabled(logger, exception, scope.Key);
            return new Plugin(scope, [], exception);
        }
    }

    [LoggerMessage(
        EventId = 10,
        EventName = "PluginDisabled",
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} is disabled: its webhooks could not be built."
    )]
    private static partial void LogDisabled(ILogger logger, Exception exception, string plugin);

    /// <summary>A plugin with its webhooks, or with the error that disabled it.</summary>
    internal sealed record Plugin(PluginScope Scope, IReadOnlyList<WebhookHandler> Webhooks, Exception? Error);
}
