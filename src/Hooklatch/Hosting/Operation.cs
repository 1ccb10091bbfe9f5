using Hooklatch.Configuration;
using Hooklatch.Endpoints;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hooklatch.Hosting;

/// <summary>Registers what an operator sees of a host and does with it: its health, its configuration, its end, its log.</summary>
internal static class Operation
{
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(LoggerOf<SpoolStorage>);
        services.TryAddSingleton(LoggerOf<ConfigurationStatus>);
        services.TryAddSingleton(LoggerOf<HangupDrain>);
        services.TryAddSingleton<SpoolStorage>();
        services.TryAddSingleton<ConfigurationStatus>();
        services.TryAddSingleton<IConfigurationStatus>(provider => provider.GetRequiredService<ConfigurationStatus>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HealthCheckServiceOptions>, HealthChecks>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HangupDrain>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, ConfigurationWatch>(provider =>
                new(configuration, provider.GetRequiredService<ConfigurationStatus>(), provider.GetService<SecretsDirectory>())
            )
        );
        AddPluginLoggers(services);
    }

    /// <summary>In place of the framework's own; a host that has put another there keeps it.</summary>
    private static void AddPluginLoggers(IServiceCollection services)
    {
        var registered = services.LastOrDefault(service => service.ServiceType == typeof(ILogger<>) && !service.IsKeyedService);
        if (registered is null || registered.ImplementationType == typeof(Logger<>))
        {
            services.Replace(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(PluginLogger<>)));
        }
    }

    private static ILogger<T> LoggerOf<T>(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger<T>();
}
