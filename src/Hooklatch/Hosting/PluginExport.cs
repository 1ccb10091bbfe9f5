namespace Hooklatch.Hosting;

/// <summary>An interface that a plugin of the host exports.</summary>
internal sealed record PluginExport(Type Contract, string Plugin);
