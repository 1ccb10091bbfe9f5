using Hooklatch.Deliveries;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>One thing that is asked of every delivery to an endpoint. A gate keeps nothing of a delivery and writes no status.</summary>
internal abstract class Gate
{
    protected static ValueTask<WebhookResult?> Passed => default;

    /// <summary>Lets a delivery pass, or says what it is answered.</summary>
    /// <returns>The answer, which ends the delivery; <see langword="null"/> where it goes on.</returns>
    public abstract ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http);

    protected static ValueTask<WebhookResult?> Reject(Rejection? rejected) => rejected is null ? default : new((WebhookResult)rejected);
}
