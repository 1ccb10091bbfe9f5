using Hooklatch;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Duplicates;
using Hooklatch.Endpoints;
using Hooklatch.Handshakes;
using Hooklatch.Hosting;
using Hooklatch.Http;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Hooklatch.Routing;
using Hooklatch.Telemetry;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

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
    /// <returns>A builder for what a host may have besides webhooks.</returns>
    /// <exception cref="InvalidOperationException">Two plugins claim one key.</exception>
    public static IHooklatchBuilder AddHooklatch(
        this IServiceCollection services,
        IConfiguration configuration,
        params IReadOnlyList<PluginManifest> plugins
    ) => AddHooklatch(services, configuration, configure: null, plugins);

    /// <inheritdoc cref="AddHooklatch(IServiceCollection, IConfiguration, IReadOnlyList{PluginManifest})"/>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration; the sections <c>Hooklatch</c> and <c>Plugins</c> are read.</param>
    /// <param name="configure">
    /// Sets options after the configuration has: what it sets wins. It may run more than once. What is not valid stops the host when it starts.
    /// </param>
    /// <param name="plugins">The manifests of the plugins.</param>
    public static IHooklatchBuilder AddHooklatch(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<HooklatchOptions>? configure,
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
        AddSecretsDirectory(services, configuration, configure);
        AddOptions(services, configuration, configure);
        AddLoggers(services);
        services.TryAddSingleton(provider => new PluginRegistry(
            provider.GetServices<PluginManifest>(),
            provider.GetServices<PluginFailure>(),
            configuration,
            new PluginEnvironment(provider, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<HooklatchOptions>()),
            provider.GetRequiredService<ILogger<PluginRegistry>>()
        ));
        services.TryAddSingleton<IPluginRegistry>(provider => provider.GetRequiredService<PluginRegistry>());
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<HooklatchOptions>();
            return new BodyBudget(options.MemoryBudget, options.DiskBudget);
        });
        services.TryAddSingleton<DeliveryLedger>();
        services.TryAddSingleton<SecretInstaller>();
        services.AddMetrics();
        services.TryAddSingleton<DeliveryLog>();
        services.TryAddSingleton<DeliveryMetrics>();
        services.TryAddSingleton<RefusalRing>();
        services.TryAddSingleton<IRefusalLog>(provider => provider.GetRequiredService<RefusalRing>());
        services.TryAddSingleton<IDeliveryObserver, DeliveryObserver>();
        services.TryAddSingleton<WebhookPipelineFactory>();
        services.TryAddSingleton<WebhookDataSource>();
        AddListing(services);
        AddPeerFilter(services);
        services.TryAddSingleton<PluginRouteMapper>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, WebhookMatcherPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PluginMatcherPolicy>());
        Operation.AddTo(services, configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ConfigCheck>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, InboxCheck>(provider =>
                new(provider.GetRequiredService<PluginRegistry>(), provider.GetServices<IInboxStore>(), provider.GetService<IInbox>)
            )
        );
        services.TryAddSingleton(provider => new ServiceCheck(
            provider,
            services,
            provider.GetServices<PluginFailure>(),
            provider.GetRequiredService<HooklatchOptions>(),
            provider.GetRequiredService<ILogger<ServiceCheck>>()
        ));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PluginStarter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupReport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, KeysReport>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, UnknownKeysReport>(provider =>
                new(
                    configuration,
                    provider.GetRequiredService<PluginRegistry>(),
                    provider.GetServices<IConfigurationKeySource>(),
                    provider.GetRequiredService<ILogger<UnknownKeysReport>>()
                )
            )
        );
        // The last of the reports.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ConsoleReport>());

        foreach (var plugin in plugins.Where(plugin => !IsAdded(services, plugin)))
        {
            services.AddSingleton(plugin);
            AddPlugin(services, configuration, plugin);
        }

        if (plugins.Any(plugin => plugin.HasQueryTokens))
        {
            QueryTokens.KeepOutOfLogs(services);
        }

        return new HooklatchBuilder(services, configuration);
    }

    /// <summary>The section first and delegates after it, as everywhere in ASP.NET Core; what comes of them is checked when the host starts.</summary>
    private static void AddOptions(IServiceCollection services, IConfiguration configuration, Action<HooklatchOptions>? configure)
    {
        HooklatchOptionsSetup Setup(IServiceProvider provider) => new(configuration, provider.GetService<SecretsDirectory>());

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HooklatchOptions>, HooklatchOptionsSetup>(Setup));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HooklatchOptions>, HooklatchOptionsSetup>(Setup));
        var options = services.AddOptionsWithValidateOnStart<HooklatchOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<HooklatchOptions>>().Value);
    }

    /// <summary>
    /// What a host sees of its endpoints is what the framework gives it, and the webhooks. The framework matches requests with what is mapped,
    /// in which one endpoint stands for all of them.
    /// </summary>
    private static void AddListing(IServiceCollection services)
    {
        var mapped = services.Last(service => service.ServiceType == typeof(EndpointDataSource));
        if (mapped.ImplementationFactory is not { } create || services.Any(service => service.ServiceType == typeof(WebhookListing)))
        {
            return;
        }

        services.AddSingleton<WebhookListing>();
        services.Remove(mapped);
        services.AddSingleton<EndpointDataSource>(provider => new CompositeEndpointDataSource([
            (EndpointDataSource)create(provider),
            provider.GetRequiredService<WebhookListing>(),
        ]));
    }

    /// <summary>Filters run in the order in which they are registered, and the framework has registered its own already.</summary>
    private static void AddPeerFilter(IServiceCollection services)
    {
        if (!services.Any(service => service.ImplementationType == typeof(PeerFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, PeerFilter>());
        }
    }

    /// <summary>
    /// The host's directory of secrets, above everything that is configured already, so that plugins find theirs while they add their services. A
    /// configuration that is built already has the sources that its owner gave it. One that does not exist is told with everything else that
    /// is wrong, when the host starts.
    /// </summary>
    private static void AddSecretsDirectory(IServiceCollection services, IConfiguration configuration, Action<HooklatchOptions>? configure)
    {
        var options = new HooklatchOptions();
        HostSettings.Read(configuration, options);
        configure?.Invoke(options);
        if (!Directory.Exists(options.SecretsDirectory) || services.Any(service => service.ServiceType == typeof(SecretsDirectory)))
        {
            return;
        }

        var directory = new SecretsDirectory(options.SecretsDirectory);
        services.AddSingleton(directory);
        (configuration as IConfigurationBuilder)?.Add(directory);
    }

    /// <summary>
    /// What the framework answers for any <see cref="ILogger{T}"/>, said for each of ours: a native binary would have to put their types together
    /// when it starts.
    /// </summary>
    private static void AddLoggers(IServiceCollection services)
    {
        services.TryAddSingleton(LoggerOf<PluginRegistry>);
        services.TryAddSingleton(LoggerOf<PluginRouteMapper>);
        services.TryAddSingleton(LoggerOf<SecretInstaller>);
        services.TryAddSingleton(LoggerOf<ServiceCheck>);
        services.TryAddSingleton(LoggerOf<StartupReport>);
        services.TryAddSingleton(LoggerOf<KeysReport>);
        services.TryAddSingleton(LoggerOf<UnknownKeysReport>);
        services.TryAddSingleton(LoggerOf<ConsoleReport>);
        services.TryAddSingleton(LoggerOf<DeliveryLog>);
        services.TryAddSingleton(LoggerOf<TenantSecrets>);
        services.TryAddSingleton(LoggerOf<WebhookPipeline>);
    }

    private static ILogger<T> LoggerOf<T>(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger<T>();

    private static void AddPlugin(IServiceCollection services, IConfiguration configuration, PluginManifest plugin)
    {
        services.AddKeyedSingleton<ILogger>(
            plugin.Key,
            (provider, _) => new SafeLogger(provider.GetRequiredService<ILoggerFactory>().CreateLogger(plugin.Key))
        );
        services.AddKeyedSingleton<IPluginStorage>(
            plugin.Key,
            (provider, _) => new PluginStorage(provider.GetRequiredService<HooklatchOptions>().DataDirectoryOf(plugin.Key))
        );
        var before = services.Count;
        try
        {
            plugin.ConfigureServices(services, configuration);
        }
#pragma warning disable CA1031 // A plugin's own code may throw anything, and fails alone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Half of its services would be worse than none.
            Type[] withdrawn = [.. services.Skip(before).Select(service => service.ServiceType)];
            while (services.Count > before)
            {
                services.RemoveAt(services.Count - 1);
            }

            services.AddSingleton(new PluginFailure(plugin.Key, exception, withdrawn));
        }
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
    /// <param name="binder">The generated binder.</param>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public static IServiceCollection AddPluginConfig<T>(this IServiceCollection services, string plugin, PluginConfigBinder<T> binder)
        where T : class
    {
        services.AddSingleton(provider => new PluginConfigSource<T>(
            provider.GetRequiredService<PluginRegistry>().Scope(plugin).Configuration,
            binder,
            LoggerOf<PluginConfigSource<T>>(provider)
        ));
        services.AddSingleton<IPluginConfig<T>>(provider => provider.GetRequiredService<PluginConfigSource<T>>());
        services.AddSingleton<IConfigCheck>(provider => provider.GetRequiredService<PluginConfigSource<T>>());
        // Scoped: a request sees one consistent object, the next request a changed one.
        return services.AddScoped(provider => provider.GetRequiredService<PluginConfigSource<T>>().Current);
    }

    /// <summary>Registers an interface that a plugin exports. Generated code calls this.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="plugin">The plugin's key.</param>
    /// <param name="create">Builds the class that implements the interface.</param>
    /// <exception cref="InvalidOperationException">Another plugin exports the interface.</exception>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public static IServiceCollection AddPluginExport<T>(this IServiceCollection services, string plugin, Func<IServiceProvider, T> create)
        where T : class
    {
        var other = services
            .Select(service => service.ImplementationInstance)
            .OfType<PluginExport>()
            .FirstOrDefault(export => export.Contract == typeof(T));
        if (other is not null)
        {
            throw new InvalidOperationException(
                $"'{typeof(T)}' is exported by the plugins '{other.Plugin}' and '{plugin}': one of them is left out."
            );
        }

        services.AddSingleton(new PluginExport(typeof(T), plugin));
        return services.AddScoped(provider =>
            provider.GetRequiredService<PluginRegistry>().Scope(plugin).IsServed
                ? create(provider)
                : throw new PluginUnavailableException($"The plugin '{plugin}', which exports '{typeof(T)}', is not served at the moment.")
        );
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
