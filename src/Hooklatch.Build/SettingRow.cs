namespace Hooklatch.Build;

/// <summary>A setting as a row of a table.</summary>
/// <param name="name">Its path below the plugin's section.</param>
/// <param name="type">What it is.</param>
/// <param name="initial">Its default, as JSON; <see langword="null"/> where there is none or only running the program tells it.</param>
/// <param name="isSecret">Whether it is a secret.</param>
/// <param name="isRequired">Whether it must be configured.</param>
/// <param name="description">What its author says of it.</param>
internal sealed class SettingRow(string name, string type, string? initial, bool isSecret, bool isRequired, string? description)
{
    public string Name { get; } = name;

    public string Type { get; } = type;

    public string? Default { get; } = initial;

    public bool IsSecret { get; } = isSecret;

    public bool IsRequired { get; } = isRequired;

    public string? Description { get; } = description;
}
