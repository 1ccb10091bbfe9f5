using Microsoft.AspNetCore.OpenApi;

// Where AddOpenApi() is, so that nothing has to be imported.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Describes webhooks in the OpenAPI documents of a host.</summary>
public static class HooklatchOpenApiBuilderExtensions
{
    /// <summary>
    /// Adds every webhook of the host to a document that <c>AddOpenApi()</c> registers, before or after this call. It does what
    /// <c>AddOpenApi(options => options.AddHooklatch())</c> does.
    /// </summary>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="documentName">The name of the document, in any case.</param>
    public static IHooklatchBuilder AddOpenApiWebhooks(this IHooklatchBuilder builder, string documentName = "v1")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(documentName);
#pragma warning disable CA1308 // AddOpenApi() registers the options under this name.
        builder.Services.Configure<OpenApiOptions>(documentName.ToLowerInvariant(), options => options.AddHooklatch());
#pragma warning restore CA1308
        return builder;
    }
}
