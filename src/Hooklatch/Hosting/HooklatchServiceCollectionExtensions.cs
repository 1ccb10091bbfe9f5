using Hooklatch.Configuration;
using Hooklatch.Duplicates;
using Hooklatch.Handshakes;
using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Hooklatch.Routing;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Hooklatch.</summary>
public static class HooklatchServiceCollectionExtensions
{
    /// <summary>
    /// Registers Hooklatch with the given plugins. A host calls the <c>AddHooklatch()</c> that is generated into it, which names every plugin
    /// that it references and calls this.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration; the sections <c>Hooklatch</c> and <c>Plugins</c> are read.</param>
    /// <param name="plugins">The manifests of the plugins.</param>
    /// <exception cref="InvalidOperationException">
    /// A setting in the section <c>Hooklatch</c> is not valid, or two plugins claim one key.
    /// </exception>
    public static IServiceCollection AddHooklatch(
        this IServiceCollection services,
        IConfiguration configuration,
        params IReadOnlyList<PluginManifest> plugins
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(plugins);

        StrictLines.Require();
        services.AddRoutingCore();
        services.AddProblemDetails();
        services.TryAddSingleton(TimeProvider.System);
        var options = HooklatchOptions.From(configuration);
        services.TryAddSingleton(options);
        AddSecretsDirectory(services, configuration, options);
        services.TryAddSingleton(provider => new PluginRegistry(
            provider.GetServices<PluginManifest>(),
            configuration,
            provider.GetRequiredService<HooklatchOptions>(),
            provider.GetRequiredService<ILogger<PluginRegistry>>()
        ));
        services.TryAddSingleton(provider => provider.GetRequiredService<HooklatchOptions>().CreateBudget());
        services.TryAddSingleton<DeliveryLedger>();
        services.TryAddSingleton<SecretInstaller>();
        services.TryAddSingleton<WebhookPipelineFactory>();
        services.TryAddSingleton<WebhookEndpointDataSource>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, WebhookMatcherPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupReport>());

        foreach (var plugin in plugins.Where(plugin => !IsAdded(services, plugin)))
        {
            services.AddSingleton(plugin);
            plugin.ConfigureServices(services);
        }

        if (plugins.Any(plugin => plugin.HasQueryTokens))
        {
            QueryTokens.KeepOutOfLogs(services);
        }

        return services;
    }

    /// <summary>The last source, so that what a provider installed counts; it is never installed over a secret that is configured.</summary>
    private static void AddSecretsDirectory(IServiceCollection services, IConfiguration configuration, HooklatchOptions options)
    {
        if (options.SecretsDirectory is not { } path || services.Any(service => service.ServiceType == typeof(SecretsDirectory)))
        {
            return;
        }

        if (configuration is not IConfigurationBuilder sources)
        {
            throw new InvalidOperationException(
                $"{HooklatchOptions.Section}:{nameof(options.SecretsDirectory)} needs a configuration that takes another source: "
                    + "pass the builder's own, as builder.AddHooklatch() does."
            );
        }

        var directory = new SecretsDirectory(path);
        sources.Add(directory);
        services.AddSingleton(directory);
    }

    private static bool IsAdded(IServiceCollection services, PluginManifest plugin)
    {
        var added = services
            .Where(service => service.ServiceType == typeof(PluginManifest))
            .Select(service => service.ImplementationInstance)
            .OfType<PluginManifest>()
            .FirstOrDefault(added => string.Equals(added.Key, plugin.Key, StringComparison.OrdinalIgnoreCase));
        return added is null || added.GetType() == plugin.GetType()
            ? added is not null
            : throw new InvalidOperationException(
                $"Two plugins claim the key '{plugin.Key}'. Keys are compared ignoring case: rename one or drop a reference."
            );
    }

    /// <summary>Registers a plugin's configuration object. Generated code calls this.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="plugin">The plugin's key.</param>
    /// <param name="bind">The generated binder.</param>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public static IServiceCollection AddPluginConfig<T>(this IServiceCollection services, string plugin, Func<ConfigReader, T> bind)
        where T : class
    {
        services.AddSingleton(provider => new PluginConfigSource<T>(
            provider.GetRequiredService<PluginRegistry>().Scope(plugin).Configuration,
            bind,
            provider.GetRequiredService<ILogger<PluginConfigSource<T>>>()
        ));
        // Scoped: a request sees one consistent object, the next request a changed one.
        return services.AddScoped(provider => provider.GetRequiredService<PluginConfigSource<T>>().Current);
    }

    /// <summary>
    /// Lets the host's own endpoints and OpenAPI serialise a plugin's types. Generated code calls this.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="context">The plugin's context.</param>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public static IServiceCollection AddPluginJson(
        this IServiceCollection services,
        System.Text.Json.Serialization.JsonSerializerContext context
    ) => services.Configure<JsonOptions>(options => options.SerializerOptions.TypeInfoResolverChain.Add(context));
}
