namespace Hooklatch.Lifecycle;

/// <summary>What every plugin of a host is run with.</summary>
/// <param name="Services">The host's services.</param>
/// <param name="Time">The host's clock.</param>
/// <param name="Options">The settings of the host.</param>
internal sealed record PluginEnvironment(IServiceProvider Services, TimeProvider Time, HooklatchOptions Options);
