namespace Hooklatch.Inbox;

/// <summary>How many deliveries of one endpoint a host can run now.</summary>
/// <param name="Plugin">The plugin's key.</param>
/// <param name="Endpoint">The endpoint as declared.</param>
/// <param name="Max">How many, at least 1.</param>
public readonly record struct InboxShare(string Plugin, string Endpoint, int Max);
