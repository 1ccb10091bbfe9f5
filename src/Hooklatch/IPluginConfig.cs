namespace Hooklatch;

/// <summary>
/// The plugin's configuration for code that outlives a request: a singleton or a background service takes this and asks for
/// <see cref="Current"/> whenever it works. A handler takes the configuration class itself.
/// </summary>
/// <typeparam name="T">A <see cref="PluginConfigAttribute"/> class.</typeparam>
public interface IPluginConfig<out T>
    where T : class
{
    /// <summary>
    /// The configuration of this moment, valid as a whole. After a change that cannot be used it is still the last good one, but for secrets,
    /// which are always those that are configured now.
    /// </summary>
    /// <exception cref="FormatException">The configuration has not been usable since the host started; the message says what is wrong.</exception>
    T Current { get; }
}
