using System.ComponentModel;

namespace Hooklatch.Endpoints;

/// <summary>Metadata of a webhook's endpoint at a path that the host gave it, <c>Plugins:{key}:Paths:{endpoint}</c>.</summary>
/// <param name="Path">The path.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WebhookOwnPath(string Path);
