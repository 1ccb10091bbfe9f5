using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Plugins;

/// <summary>A class that implements <c>IPluginLifecycle</c>.</summary>
/// <param name="TypeName">As a <c>global::</c> name.</param>
/// <param name="Constructor">The arguments of its constructor.</param>
/// <param name="Marks">The marks of the class and what it is built with.</param>
internal sealed record LifecycleModel(string TypeName, EquatableArray<ServiceModel> Constructor, Marks Marks);
