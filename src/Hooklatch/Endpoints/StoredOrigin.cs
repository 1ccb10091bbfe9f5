namespace Hooklatch.Endpoints;

/// <summary>Which endpoint has stored a delivery.</summary>
/// <param name="Webhook">Its name, which is unique in the plugin.</param>
/// <param name="Method">The method by which the delivery came in.</param>
/// <param name="TraceParent">The span in which it was received; <see langword="null"/> where nobody traced.</param>
internal sealed record StoredOrigin(string Webhook, string Method, string? TraceParent);
