using System.ComponentModel;

namespace Hooklatch.Lifecycle;

/// <summary>
/// Describes a plugin's settings as JSON. Generated code carries it, and the build writes it beside its output, so that an editor completes the
/// plugin's section of <c>appsettings.json</c>.
/// </summary>
/// <param name="plugin">The plugin's key.</param>
/// <param name="properties">The <c>properties</c> of a JSON schema, one for each setting.</param>
/// <param name="skeleton">An object to start from.</param>
/// <param name="required">The settings that must be configured.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginConfigSchemaAttribute(string plugin, string properties, string skeleton, params string[] required) : Attribute
{
    /// <summary>The plugin's key.</summary>
    public string Plugin { get; } = plugin;

    /// <summary>The <c>properties</c> of a JSON schema.</summary>
    public string Properties { get; } = properties;

    /// <summary>An object to start from.</summary>
    public string Skeleton { get; } = skeleton;

    /// <summary>The settings that must be configured.</summary>
    public IReadOnlyList<string> Required { get; } = required;
}
