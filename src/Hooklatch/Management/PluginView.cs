namespace Hooklatch.Management;

/// <summary>A plugin.</summary>
internal sealed record PluginView
{
    /// <summary>Its key, <c>author.module</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary><c>enabled</c>, <c>disabled</c>, <c>starting</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>Why some of its routes are not served.</summary>
    public IReadOnlyList<string> RouteErrors { get; init; } = [];

    /// <summary>Whether its deliveries are accepted and held.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Its webhooks.</summary>
    public IReadOnlyList<WebhookView> Webhooks { get; init; } = [];

    /// <summary>Its jobs.</summary>
    public IReadOnlyList<JobView> Jobs { get; init; } = [];

    /// <summary>What runs at times.</summary>
    public IReadOnlyList<ScheduleView> Schedules { get; init; } = [];

    /// <summary>Its own routes.</summary>
    public IReadOnlyList<RouteView> Routes { get; init; } = [];
}
