namespace Hooklatch.Build;

/// <summary>What one configuration class of a plugin says of itself.</summary>
/// <param name="plugin">The plugin's key.</param>
/// <param name="properties">The properties of a JSON schema, as an object.</param>
/// <param name="skeleton">An object to start from.</param>
/// <param name="required">The settings that must be configured.</param>
internal sealed class PluginConfigSchema(string plugin, string properties, string skeleton, IReadOnlyList<string> required)
{
    public string Plugin { get; } = plugin;

    public string Properties { get; } = properties;

    public string Skeleton { get; } = skeleton;

    public IReadOnlyList<string> Required { get; } = required;
}
