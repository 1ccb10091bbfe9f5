namespace Hooklatch.Management;

/// <summary>A webhook of a plugin.</summary>
internal sealed record WebhookView
{
    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Its name in the plugin.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>The full URLs that a sender may use, the first as documented.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>The methods.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary><c>inline</c> or <c>queued</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>How its sender is verified, for people.</summary>
    public required string Verification { get; init; }

    /// <summary>The provider's name, where it has a preset: <c>GitHub</c>.</summary>
    public string? Provider { get; init; }

    /// <summary><c>ready</c>, <c>needsSecret</c> or <c>unverified</c>.</summary>
    public required string State { get; init; }

    /// <summary>Which setting is missing: <c>Plugins:acme.shop:StripeSecrets</c>.</summary>
    public string? MissingSetting { get; init; }

    /// <summary>The events and which handler takes each; none where one handler takes all.</summary>
    public IReadOnlyList<EventView> Events { get; init; } = [];

    /// <summary>Its handlers.</summary>
    public IReadOnlyList<HandlerView> Handlers { get; init; } = [];

    /// <summary>Its limits, for people.</summary>
    public IReadOnlyList<LimitView> Limits { get; init; } = [];

    /// <summary>Whether its deliveries are accepted and held.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Its unfinished work; <see langword="null"/> where there can be none.</summary>
    public DepthView? Depth { get; init; }

    /// <summary>What came in.</summary>
    public required ActivityView Activity { get; init; }

    /// <summary>How the provider is set up to send here.</summary>
    public SetupView? Setup { get; init; }

    /// <summary>Whether a test can be sent.</summary>
    public bool CanTest { get; init; }

    /// <summary>Why not.</summary>
    public string? WhyNotTested { get; init; }
}
