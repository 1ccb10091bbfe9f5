using System.ComponentModel;

namespace Hooklatch.Plugins;

/// <summary>What a plugin is called.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PluginIdentity
{
    private protected PluginIdentity() { }

    /// <summary>The first part of the plugin's key.</summary>
    public abstract string Author { get; }

#pragma warning disable CA1716 // The design's own word; only generated C# overrides it.
    /// <summary>The second part of the plugin's key.</summary>
    public abstract string Module { get; }
#pragma warning restore CA1716

    /// <summary>The plugin's key, <c>author.module</c>.</summary>
    public string Key => $"{Author}.{Module}";

    /// <summary>A name for people.</summary>
    public virtual string Name => Key;

    /// <summary>One sentence for people.</summary>
    public virtual string? Description => null;
}
