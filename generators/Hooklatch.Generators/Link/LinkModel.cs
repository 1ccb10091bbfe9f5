using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Link;

/// <summary>What a project links: the plugins among its references, if it builds a host.</summary>
/// <param name="IsHost">Whether the project builds an executable.</param>
/// <param name="Plugins">The plugins, sorted by key.</param>
/// <param name="Extensions">What referenced packages add to a host, each as the <c>global::</c> name of a type, sorted.</param>
internal sealed record LinkModel(bool IsHost, EquatableArray<LinkedPlugin> Plugins, EquatableArray<string> Extensions);

/// <param name="Key">The plugin's key.</param>
/// <param name="Manifest">The manifest's type as a <c>global::</c> name.</param>
/// <param name="Version">The contract's version that it was generated for.</param>
/// <param name="Assembly">The assembly's name, for people.</param>
/// <param name="Marks">The marks of the manifest and its assembly.</param>
internal sealed record LinkedPlugin(string Key, string Manifest, int Version, string Assembly, Marks Marks);
