using System.ComponentModel;

namespace Hooklatch.Lifecycle;

/// <summary>
/// Names the manifest of a plugin assembly. Generated code carries it, and a host's generator reads this one attribute per reference
/// instead of searching types.
/// </summary>
/// <param name="key">The plugin's key, <c>author.module</c>.</param>
/// <param name="manifest">The manifest, a <see cref="PluginManifest"/>.</param>
/// <param name="version">The version of the contract between manifest and host; see <see cref="PluginManifest.ContractVersion"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginManifestAttribute(string key, Type manifest, int version) : Attribute
{
    /// <summary>The plugin's key.</summary>
    public string Key { get; } = key;

    /// <summary>The manifest's type.</summary>
    public Type Manifest { get; } = manifest;

    /// <summary>The version of the contract.</summary>
    public int Version { get; } = version;
}
