namespace Hooklatch.Inbox;

/// <summary>Something that accepts deliveries and does not run them.</summary>
/// <param name="Plugin">The plugin's key.</param>
/// <param name="Endpoint">The endpoint as declared; <see langword="null"/> for all of the plugin.</param>
public sealed record InboxPause(string Plugin, string? Endpoint);
