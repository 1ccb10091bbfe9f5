using Hooklatch.Http;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Hooklatch.Routing;

/// <summary>
/// Answers for the routes of a plugin that is not served as for its webhooks. It takes the place of the endpoint, so that neither its authorization
/// nor a fallback of the host gets to answer.
/// </summary>
internal sealed class PluginMatcherPolicy(HooklatchOptions options) : MatcherPolicy, IEndpointSelectorPolicy
{
    private readonly Endpoint _disabled = RejectionEndpoint.Create(Rejection.Disabled(options.DisabledStatus));

    /// <summary>Beside the policy for webhooks, before those that look at hosts and methods.</summary>
    public override int Order => int.MinValue + 100;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<PluginScope>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint.Metadata.GetMetadata<PluginScope>() is { IsServed: false })
            {
                candidates.ReplaceEndpoint(i, _disabled, candidates[i].Values);
            }
        }

        return Task.CompletedTask;
    }
}
