using System.ComponentModel;

namespace Hooklatch.Plugins;

/// <summary>What a plugin is called, and what the host has to know of it before it asks for anything else.</summary>
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

    /// <summary>Whether a webhook of the plugin takes a token from the query, which must then stay out of logs.</summary>
    public virtual bool HasQueryTokens => false;

    /// <summary>
    /// Whether the plugin's own code reads the host's configuration, so that it may know settings of which nothing is known here. Only keys that
    /// are nearly a known one are told as unknown then.
    /// </summary>
    public virtual bool ReadsConfiguration => false;
}
