using System.ComponentModel;

namespace Hooklatch.Http;

/// <summary>What a provider demands as the answer to a delivery that was taken.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Body">The body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WebhookAcknowledgement(int Status, string ContentType, string Body);
