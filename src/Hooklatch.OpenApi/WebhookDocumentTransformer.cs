using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>
/// Writes the operations of all webhooks from what generated code says of them (<see cref="WebhookEndpoint.Details"/>).
/// </summary>
/// <remarks>
/// ApiExplorer, the framework's own way into the document, is not used. It would need a MethodInfo and a ParameterInfo for every handler, and
/// under Native AOT a JsonTypeInfo in the host's options for every parameter's type. It parses paths as route templates: one endpoint with
/// <c>//</c> fails the whole document, and a trailing slash, which belongs to a webhook's exact path, is lost. It describes enumerations in
/// queries by number, payloads by the host's JSON options instead of the plugin's, and has no place for a <c>[FromJson]</c> path.
/// </remarks>
internal sealed class WebhookDocumentTransformer(EndpointDataSource endpoints) : IOpenApiDocumentTransformer
{
    /// <summary>The methods that OpenAPI 3.1 can describe.</summary>
    private static readonly string[] Describable = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

    /// <summary>What a webhook for all methods is described as: the first that its path does not declare on its own.</summary>
    private static readonly string[] InsteadOfAll = ["POST", "PUT", "PATCH", "GET", "DELETE"];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var operations = new WebhookOperations(document);
        foreach (
            var path in endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsDescribed).GroupBy(endpoint => endpoint.RoutePattern.RawText!)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var item = new OpenApiPathItem();
            foreach (var endpoint in path.OrderBy(endpoint => WebhookOf(endpoint)!.Methods.Count == 0))
            {
                foreach (var method in MethodsOf(WebhookOf(endpoint)!, item))
                {
                    item.AddOperation(HttpMethod.Parse(method), operations.Create(endpoint, WebhookOf(endpoint)!, method));
                }
            }

            document.Paths[path.Key] = item;
        }

        return Task.CompletedTask;

        bool IsDescribed(RouteEndpoint endpoint) =>
            WebhookOf(endpoint) is { Plugin.IsServed: true }
            && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
            && (endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName ?? context.DocumentName)
                == context.DocumentName;
    }

    private static WebhookEndpoint? WebhookOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<WebhookEndpoint>();

    private static IEnumerable<string> MethodsOf(WebhookEndpoint webhook, OpenApiPathItem path) =>
        webhook.Methods.Count > 0
            ? webhook.Methods.Intersect(Describable, StringComparer.Ordinal)
            : InsteadOfAll.Where(method => path.Operations?.ContainsKey(HttpMethod.Parse(method)) is not true).Take(1);
}
