using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Plugins;

/// <summary>An interface that a plugin exports.</summary>
/// <param name="Contract">The interface as a <c>global::</c> name.</param>
/// <param name="TypeName">The class that implements it, as a <c>global::</c> name.</param>
/// <param name="Name">The class's own name.</param>
/// <param name="Constructor">The arguments of its constructor.</param>
/// <param name="Marks">The marks of both, and of what the class is built with.</param>
internal sealed record ExportModel(string Contract, string TypeName, string Name, EquatableArray<ServiceModel> Constructor, Marks Marks);
