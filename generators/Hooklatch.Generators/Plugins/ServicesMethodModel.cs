using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Plugins;

/// <summary>A <c>[PluginServices]</c> method.</summary>
/// <param name="Target">As <c>global::Type.Method</c>.</param>
/// <param name="TakesConfiguration">Whether it takes the host's configuration too.</param>
/// <param name="Marks">The marks of the method and what it stands in.</param>
internal sealed record ServicesMethodModel(string Target, bool TakesConfiguration, Marks Marks);
