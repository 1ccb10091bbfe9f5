using System.ComponentModel;
using Hooklatch.Configuration;

namespace Hooklatch.Plugins;

/// <summary>A plugin in a running host: what its generated handlers and verifiers are built with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginScope
{
    private volatile bool _isServed;

    internal PluginScope(PluginIdentity identity, PluginConfiguration configuration, Uri? publicUrl = null)
    {
        PublicUrl = publicUrl;
        Identity = identity;
        Configuration = configuration;
        Key = identity.Key;
    }

    /// <summary>The plugin's key, <c>author.module</c>.</summary>
    public string Key { get; }

    /// <summary>What the plugin is called.</summary>
    public PluginIdentity Identity { get; }

    /// <summary>Under which scheme, host and prefix senders reach the host, as <c>Hooklatch:PublicUrl</c> says.</summary>
    internal Uri? PublicUrl { get; }

    /// <summary>What the paths of the host's webhooks start with, as <c>Hooklatch:Prefix</c> says.</summary>
    internal string Prefix { get; init; } = HooklatchOptions.DefaultPrefix;

    /// <summary>The host's services; <see langword="null"/> where there is no host.</summary>
    internal IServiceProvider? Services { get; init; }

    /// <summary>The plugin's part of the configuration.</summary>
    public PluginConfiguration Configuration { get; }

    /// <summary>Whether requests for the plugin are answered by it. Read with every request.</summary>
    public bool IsServed
    {
        get => _isServed;
        internal set => _isServed = value;
    }
}
