using Hooklatch.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Hooklatch.Routing;

/// <summary>
/// Chooses the webhook for a request. Endpoint routing alone matches too much, so webhooks do not match by themselves: one catch-all
/// endpoint below <see cref="HooklatchOptions.Prefix"/> does, and one for each path that the host gave, and here it is replaced by the endpoint of the exact raw path and method, or by the
/// answer 404 or 405. It runs before every other policy, so RequireHost, authorization and rate limiting apply to the webhook as usual.
/// </summary>
internal sealed class WebhookMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>The place of the framework's own dynamic endpoints (DynamicControllerEndpointMatcherPolicy).</summary>
    public override int Order => int.MinValue + 100;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<WebhookRouteTable>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint.Metadata.GetMetadata<WebhookRouteTable>() is { } table)
            {
                var endpoint = table.Find(RawPath.Of(httpContext), httpContext.Request.Method, out var values);
                candidates.ReplaceEndpoint(i, endpoint, values);
            }
        }

        return Task.CompletedTask;
    }
}
