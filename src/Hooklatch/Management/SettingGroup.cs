namespace Hooklatch.Management;

/// <summary>The settings of a plugin, or of the host.</summary>
internal sealed record SettingGroup
{
    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>The plugin's key; <see langword="null"/> for the host.</summary>
    public string? Plugin { get; init; }

    /// <summary>The settings.</summary>
    public IReadOnlyList<SettingView> Settings { get; init; } = [];
}
