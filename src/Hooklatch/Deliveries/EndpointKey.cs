using Hooklatch.Plugins;

namespace Hooklatch.Deliveries;

/// <summary>Which endpoint a delivery came to.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Template">The endpoint's path as declared, below the plugin's own.</param>
internal sealed record EndpointKey(PluginScope Plugin, string Template);
