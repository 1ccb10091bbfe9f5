namespace Hooklatch.Lifecycle;

/// <summary>A plugin whose services could not be registered.</summary>
internal sealed record PluginFailure(string Key, Exception Error);
