namespace Hooklatch;

/// <summary>What a host does when it starts and a plugin needs a service that nothing registers.</summary>
public enum StartupMode
{
    /// <summary>The host does not start, and says everything that is missing.</summary>
    Strict,

    /// <summary>The host starts without the plugins that miss something. They are not served, and their status is <see cref="PluginStatus.Failed"/>.</summary>
    Lenient,
}
