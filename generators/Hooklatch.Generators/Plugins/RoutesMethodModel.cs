using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Plugins;

/// <summary>A <c>[PluginRoutes]</c> method.</summary>
/// <param name="Target">As <c>global::Type.Method</c>.</param>
/// <param name="Marks">The marks of the method and what it stands in.</param>
internal sealed record RoutesMethodModel(string Target, Marks Marks);
