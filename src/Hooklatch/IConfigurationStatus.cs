namespace Hooklatch;

/// <summary>
/// Says which sources of the host's configuration could not be read when they changed last. While there is one, what the host uses may not be what
/// is configured: a secret that was removed there may still verify deliveries. The host registers it; take it as a service.
/// </summary>
public interface IConfigurationStatus
{
    /// <summary>The sources that could not be read, by name; empty where the host uses what is configured.</summary>
    IReadOnlyList<StaleConfiguration> Stale { get; }
}
