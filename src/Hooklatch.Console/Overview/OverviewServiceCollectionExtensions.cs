using Hooklatch.Configuration;
using Hooklatch.Console.Activity;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Settings;
using Hooklatch.Console.Trials;
using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Jobs;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Console.Overview;

/// <summary>Registers what the areas around plugins and webhooks need.</summary>
internal static class OverviewServiceCollectionExtensions
{
    /// <summary>Adds the overview, the activity, the configuration and the tests. A second call adds nothing.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ActivityCounters)))
        {
            return services;
        }

        services.TryAddSingleton<AuditLog>();
        services.AddSingleton<DepthHistory>();
        services.AddSingleton<ActivityCounters>();
        services.AddSingleton<IDeliveryListener>(provider => provider.GetRequiredService<ActivityCounters>());
        services.AddSingleton(provider => new DepthSampler(
            provider.GetRequiredService<DepthHistory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IInboxOperations>()
        ));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<DepthSampler>());
        services.AddSingleton<BaseUrl>();
        services.AddSingleton<WebhookReader>();
        services.AddSingleton(provider => new ScheduleReader(
            provider.GetRequiredService<PluginRegistry>(),
            provider.GetService<IScheduleBook>()
        ));
        services.AddSingleton<OverviewReader>();
        services.AddSingleton<SecretMask>();
        services.AddSingleton(provider => new ConfigurationReader(
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<PluginRegistry>(),
            provider.GetRequiredService<HooklatchOptions>(),
            [.. provider.GetServices<IConfigurationKeySource>()],
            provider.GetRequiredService<IConfigurationStatus>()
        ));
        services.AddSingleton<TrialRunner>();
        return services;
    }
}
