namespace Hooklatch;

/// <summary>Whether a plugin is served.</summary>
public enum PluginStatus
{
    /// <summary>It is not, because the configuration or somebody says so.</summary>
    Disabled,

    /// <summary>It is being initialised or enabled, and is not served yet.</summary>
    Starting,

    /// <summary>It is served.</summary>
    Enabled,

    /// <summary>It is not, because it could not be built, initialised or enabled.</summary>
    Failed,
}
