using Microsoft.Extensions.Primitives;

namespace Hooklatch;

/// <summary>Thrown by a handler to answer a delivery with a status of its own, as RFC 9457 <c>application/problem+json</c>.</summary>
/// <remarks>
/// A 4xx or 5xx tells most senders to try again. Senders disable an endpoint that answers 410 (Standard Webhooks, "Responding to webhooks"),
/// so use it only where that is wanted.
/// </remarks>
/// <param name="status">The HTTP status, 400 to 599.</param>
/// <param name="detail">One sentence for the sender. It is sent as it is: put no secret into it.</param>
public class WebhookException(int status, string detail) : Exception(detail)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } =
        status is >= 400 and <= 599
            ? status
            : throw new ArgumentOutOfRangeException(nameof(status), status, "A webhook is rejected with a status from 400 to 599.");

    /// <summary>The sentence for the sender.</summary>
    public string Detail { get; } = detail;

    /// <summary>Headers of the answer, such as <c>Retry-After</c>.</summary>
    public IDictionary<string, StringValues> Headers { get; } = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
}
