using Hooklatch.Endpoints;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.OpenApi;

/// <summary>
/// What a document depends on: which plugins are served, the endpoints and the configuration. It is compared with every request instead of being
/// observed, so that it costs nothing while nobody reads a document, and no change is missed.
/// </summary>
internal sealed class DocumentState
{
    private readonly (PluginScope Plugin, bool IsServed)[] _plugins;
    private readonly IChangeToken _endpoints;
    private readonly IChangeToken _configuration;

    private DocumentState(EndpointDataSource endpoints, IConfiguration configuration)
    {
        // The tokens come first: a change while the rest is read makes this state an old one.
        _configuration = configuration.GetReloadToken();
        _endpoints = endpoints.GetChangeToken();
        _plugins =
        [
            .. endpoints
                .Endpoints.Select(endpoint =>
                    endpoint.Metadata.GetMetadata<WebhookEndpoint>()?.Plugin ?? endpoint.Metadata.GetMetadata<PluginScope>()
                )
                .OfType<PluginScope>()
                .Distinct()
                .Select(plugin => (plugin, plugin.IsServed)),
        ];
    }

    /// <summary>Whether a document that was built in this state is still true.</summary>
    public bool IsCurrent => !_configuration.HasChanged && !_endpoints.HasChanged && Array.TrueForAll(_plugins, Is);

    public static DocumentState Read(EndpointDataSource endpoints, IConfiguration configuration) => new(endpoints, configuration);

    private static bool Is((PluginScope Plugin, bool IsServed) known) => known.Plugin.IsServed == known.IsServed;
}
