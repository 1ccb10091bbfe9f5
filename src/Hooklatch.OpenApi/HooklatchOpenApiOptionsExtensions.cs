using Hooklatch.OpenApi;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.OpenApi;

// Where AddOpenApi() is, so that nothing has to be imported.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Describes webhooks in OpenAPI documents.</summary>
public static class HooklatchOpenApiOptionsExtensions
{
    /// <summary>
    /// Adds every webhook of the host to the document: <c>services.AddOpenApi(options => options.AddHooklatch())</c>. A webhook that is
    /// excluded from descriptions stays out, and one with a group name is only in the document of that name. So do the webhooks and routes of a
    /// plugin that is not enabled while the document is built.
    /// </summary>
    /// <param name="options">The options of the document.</param>
    /// <remarks>
    /// The webhooks are added by a document transformer: document transformers that are added later see them, operation transformers do not.
    /// A webhook that answers every method is described as POST. Every operation lists its own rejections; an operation that is in the document
    /// is never answered 404 or 405.
    /// </remarks>
    public static OpenApiOptions AddHooklatch(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var isIncluded = options.ShouldInclude;
        options.ShouldInclude = description =>
            isIncluded(description) && description.ActionDescriptor.EndpointMetadata.OfType<PluginScope>().All(plugin => plugin.IsServed);
        return options.AddDocumentTransformer<WebhookDocumentTransformer>();
    }
}
