namespace Hooklatch.Management;

/// <summary>Who is asking, and what the console is connected to.</summary>
internal sealed record SessionView
{
    /// <summary>The name of the token or of the signed-in user.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do, from the least: <c>read</c>, <c>bodies</c>, <c>operate</c>. Each includes those before it.</summary>
    public required string Role { get; init; }

    /// <summary>Whether the session is the console's own cookie, which signing out ends.</summary>
    public bool CanSignOut { get; init; }

    /// <summary>The host's environment: <c>Production</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The version of Hooklatch.</summary>
    public required string Version { get; init; }

    /// <summary>When the host started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The host's clock.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>What keeps deliveries, without a password: <c>SQLite, data/inbox/inbox.db</c>; <see langword="null"/> where the host has no store.</summary>
    public string? Store { get; init; }

    /// <summary>Whether this host serves webhooks; not a host that only shows a store.</summary>
    public bool ServesPlugins { get; init; }
}
