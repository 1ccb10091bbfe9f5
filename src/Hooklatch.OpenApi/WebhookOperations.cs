using Hooklatch.Description;
using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>Makes the operations of one document.</summary>
internal sealed class WebhookOperations(OpenApiDocument document)
{
    private readonly JsonTypeSchemas _types = new(document);
    private readonly CredentialSchemes _credentials = new(document);
    private readonly WebhookResponses _responses = new(document);

    public OpenApiOperation Create(RouteEndpoint endpoint, WebhookEndpoint webhook, string method)
    {
        var details = webhook.Details;
        return new OpenApiOperation
        {
            OperationId = IdOf(webhook, details, method) + OwnPathOf(endpoint),
            Summary = endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? webhook.Name,
            Description = endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description ?? webhook.Description,
            Tags = TagsOf(endpoint, webhook),
            Parameters = [.. WebhookParameters.Of(endpoint, webhook, details)],
            RequestBody = WebhookRequestBody.Of(webhook, details, _types, method),
            Responses = _responses.Of(webhook, details, _types),
            Security = _credentials.Require(webhook),
        };
    }

    /// <summary>The first method goes without its name, so that one more does not rename the operation that was there.</summary>
    private static string IdOf(WebhookEndpoint webhook, WebhookDescription details, string method) =>
        webhook.Methods.Count == 0 || webhook.Methods[0] == method
            ? $"{webhook.Plugin.Key}.{details.Id}"
            : $"{webhook.Plugin.Key}.{details.Id}.{method.ToLowerInvariant()}";

    /// <summary>Operations at a path that the host gave are the same but for their id, which only one may have.</summary>
    private static string OwnPathOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<WebhookOwnPath>() is { } own ? $".at{own.Path.Replace('/', '.')}" : "";

    private HashSet<OpenApiTagReference> TagsOf(RouteEndpoint endpoint, WebhookEndpoint webhook)
    {
        if (endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags is { } chosen)
        {
            return [.. chosen.Select(Declare)];
        }

        var plugin = webhook.Plugin.Identity;
        return [Declare(webhook.Plugin.Key, plugin.Description is null ? plugin.Name : $"{plugin.Name}: {plugin.Description}")];
    }

    private OpenApiTagReference Declare(string tag) => Declare(tag, description: null);

    private OpenApiTagReference Declare(string tag, string? description)
    {
        document.Tags ??= new HashSet<OpenApiTag>();
        if (document.Tags.All(known => known.Name != tag))
        {
            document.Tags.Add(new OpenApiTag { Name = tag, Description = description });
        }

        return new OpenApiTagReference(tag, document);
    }
}
