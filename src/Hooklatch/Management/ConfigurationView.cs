namespace Hooklatch.Management;

/// <summary>The settings of the host and its plugins.</summary>
internal sealed record ConfigurationView
{
    /// <summary>The host's first, then a group for each plugin.</summary>
    public IReadOnlyList<SettingGroup> Groups { get; init; } = [];
}
