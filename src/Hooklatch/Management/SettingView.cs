namespace Hooklatch.Management;

/// <summary>A setting.</summary>
internal sealed record SettingView
{
    /// <summary>Its path: <c>Plugins:acme.shop:StripeSecrets</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What it is read as.</summary>
    public string? Type { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it holds a secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The value; of a secret only how many there are.</summary>
    public string? Value { get; init; }

    /// <summary>What counts where it is not set.</summary>
    public string? Default { get; init; }

    /// <summary>Where the value comes from: <c>appsettings.json</c>.</summary>
    public string? Source { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Problem { get; init; }
}
