using Hooklatch.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

// Where MapOpenApi() is, so that nothing has to be imported.
#pragma warning disable IDE0130
namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves OpenAPI documents.</summary>
public static class HooklatchOpenApiEndpointRouteBuilderExtensions
{
    private const string NameParameter = "{documentName}";

    /// <summary>
    /// Serves a document that <c>AddOpenApi()</c> registers, as <c>MapOpenApi()</c> does, but builds it once instead of for each request: until
    /// a plugin is enabled or disabled, the configuration is reloaded or the host's endpoints change. The document is open in Development only.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="documentName">The name of the document, in any case.</param>
    /// <param name="pattern">
    /// The path of the document, in which <c>{documentName}</c> stands for its name. YAML if it ends in <c>.yaml</c> or <c>.yml</c>, else JSON.
    /// </param>
    /// <returns>
    /// A builder for conventions. Outside Development, the document is 404 unless a convention decides who may read it:
    /// <c>RequireAuthorization()</c> or, for everybody, <c>AllowAnonymous()</c>.
    /// </returns>
    /// <remarks>
    /// <para>
    /// Answers GET and HEAD, with an <c>ETag</c>, and 304 to an <c>If-None-Match</c> that names it. All requests share one array of bytes, which
    /// is written in pieces of 16 KiB: a client that does not read holds what Kestrel buffers
    /// (<c>KestrelServerLimits.MaxResponseBufferSize</c>, 64 KiB) and one piece.
    /// </para>
    /// <para>
    /// The document is the same for every request. So <c>servers</c> is not taken from a request's <c>Host</c>: in Development it has the
    /// addresses that the host listens on, elsewhere none, which means the place that the document is read from. Transformers get the services
    /// of the application and no request; they create a scope for scoped services.
    /// </para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">No document of this name is registered.</exception>
    public static IEndpointConventionBuilder MapHooklatchOpenApi(
        this IEndpointRouteBuilder endpoints,
        string documentName = "v1",
        string pattern = "/openapi/{documentName}.json"
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(documentName);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
#pragma warning disable CA1308 // AddOpenApi() registers the document under this name.
        var name = documentName.ToLowerInvariant();
#pragma warning restore CA1308
        var provider =
            services.GetKeyedService<IOpenApiDocumentProvider>(name)
            ?? throw new InvalidOperationException(
                $"No OpenAPI document has the name '{name}'. Call builder.Services.AddOpenApi(\"{name}\") first."
            );
        var path = pattern.Replace(NameParameter, name, StringComparison.Ordinal);
        var format = DocumentFormat.Of(path);
        var version = services.GetRequiredService<IOptionsMonitor<OpenApiOptions>>().Get(name).OpenApiVersion;
        var document = new SharedDocument(
            async () => await format.WriteAsync(await provider.GetOpenApiDocumentAsync(), version),
            () => DocumentState.Read(services.GetRequiredService<EndpointDataSource>(), services.GetRequiredService<IConfiguration>())
        );
        var page = new DocumentPage(document, format.ContentType, services.GetRequiredService<IHostEnvironment>().IsDevelopment());
        return endpoints.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], page.ServeAsync).ExcludeFromDescription();
    }
}
