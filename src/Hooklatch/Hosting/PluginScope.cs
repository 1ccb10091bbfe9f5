using System.ComponentModel;
using Hooklatch.Configuration;

namespace Hooklatch.Hosting;

/// <summary>A plugin in a running host: what its generated handlers and verifiers are built with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginScope
{
    private volatile bool _isServed;

    internal PluginScope(PluginManifest manifest, PluginConfiguration configuration)
    {
        Manifest = manifest;
        Configuration = configuration;
        Key = manifest.Key;
    }

    /// <summary>The plugin's key, <c>author.module</c>.</summary>
    public string Key { get; }

    /// <summary>What the plugin offers.</summary>
    public PluginManifest Manifest { get; }

    /// <summary>The plugin's part of the configuration.</summary>
    public PluginConfiguration Configuration { get; }

    /// <summary>Whether requests for the plugin are answered by it. Read with every request.</summary>
    internal bool IsServed
    {
        get => _isServed;
        set => _isServed = value;
    }
}
