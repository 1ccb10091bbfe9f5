namespace Hooklatch.Lifecycle;

/// <summary>A plugin whose services could not be registered.</summary>
/// <param name="Key">The plugin's key.</param>
/// <param name="Error">What its code threw.</param>
/// <param name="Withdrawn">The services that it had registered before, which are gone.</param>
internal sealed record PluginFailure(string Key, Exception Error, IReadOnlyList<Type> Withdrawn);
