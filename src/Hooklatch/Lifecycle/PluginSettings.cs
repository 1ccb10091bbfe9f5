namespace Hooklatch.Lifecycle;

/// <summary>What every plugin of a host is run with.</summary>
/// <param name="Services">The host's services.</param>
/// <param name="Time">The host's clock.</param>
/// <param name="Timeout">How long one call of a lifecycle may take.</param>
internal sealed record PluginSettings(IServiceProvider Services, TimeProvider Time, TimeSpan Timeout);
