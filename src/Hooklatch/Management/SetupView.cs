namespace Hooklatch.Management;

/// <summary>How a provider is set up to send to a webhook.</summary>
internal sealed record SetupView
{
    /// <summary>What to do at the provider, in its order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The provider's page.</summary>
    public string? Link { get; init; }
}
