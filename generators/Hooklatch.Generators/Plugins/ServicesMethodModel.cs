namespace Hooklatch.Generators.Plugins;

/// <summary>A <c>[PluginServices]</c> method.</summary>
/// <param name="Target">As <c>global::Type.Method</c>.</param>
/// <param name="TakesConfiguration">Whether it takes the host's configuration too.</param>
internal sealed record ServicesMethodModel(string Target, bool TakesConfiguration);
