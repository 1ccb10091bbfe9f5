using System.ComponentModel;
using Hooklatch.Jobs;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Lifecycle;

/// <summary>What a plugin assembly offers to a host: one generated class per plugin, public so that hosts can name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PluginManifest : PluginIdentity
{
    /// <summary>
    /// The version of the contract between generated code and this assembly. It grows when code that an older generator emitted would no
    /// longer work; a host rejects such a plugin at compile time.
    /// </summary>
    public const int ContractVersion = 1;

    /// <summary>Whether a webhook of the plugin takes a token from the query, which must then stay out of logs.</summary>
    public virtual bool HasQueryTokens => false;

    /// <summary>
    /// Whether the plugin's own code reads the host's configuration, so that it may read settings that are not known here. Then an unknown key is
    /// reported only if it is nearly the same as a known one.
    /// </summary>
    public virtual bool ReadsConfiguration => false;

    /// <summary>
    /// The settings of the plugin as the <c>properties</c> of JSON schemas, one for each of its configuration classes, for people who look at the
    /// configuration. Nothing reads them at the start.
    /// </summary>
    public virtual IReadOnlyList<string> SettingSchemas => [];

    /// <summary>
    /// Registers what the plugin's own code needs: its configuration objects, its serializer contexts, and what its
    /// <see cref="PluginServicesAttribute"/> methods add.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration.</param>
    public virtual void ConfigureServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Lists what generated code asks of dependency injection: for the author's classes that it builds and the methods that it calls.</summary>
    /// <param name="services">Takes each service that must be registered.</param>
    public virtual void RequireServices(RequiredServices services) { }

    /// <summary>
    /// Builds the plugin's <see cref="IPluginLifecycle"/> from services that live as long as it does; <see langword="null"/> where it has none.
    /// </summary>
    public virtual Func<IServiceProvider, IPluginLifecycle>? CreateLifecycle => null;

    /// <summary>The plugin's <see cref="PluginRoutesAttribute"/> methods, each of which maps routes in the plugin's group.</summary>
    public virtual IReadOnlyList<Action<RouteGroupBuilder>> Routes => [];

    /// <summary>Adds the plugin's jobs.</summary>
    public virtual void MapJobs(JobMap map) { }

    /// <summary>Adds the plugin's webhooks.</summary>
    public abstract void MapWebhooks(WebhookMap map);
}
