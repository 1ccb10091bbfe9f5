using System.ComponentModel;

namespace Hooklatch.Configuration;

/// <summary>
/// Names the keys that a package reads below <c>Hooklatch:</c>. It is a service, and asked when the host has started and after each change of
/// the configuration.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConfigurationKeySource
{
    /// <summary>Adds the keys.</summary>
    /// <param name="keys">The keys below <c>Hooklatch:</c>.</param>
    void AddTo(ConfigurationKeys keys);
}
