using Hooklatch;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Endpoints;
using Hooklatch.Inbox;
using Hooklatch.Inbox.Hosting;
using Hooklatch.Inbox.Jobs;
using Hooklatch.Inbox.Running;
using Hooklatch.Inbox.Sealing;
using Hooklatch.Inbox.Telemetry;
using Hooklatch.Jobs;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the inbox to a host of webhooks.</summary>
public static class InboxHooklatchBuilderExtensions
{
    /// <summary>
    /// Adds what accepts and runs queued deliveries. The package of a store calls it; a host calls it to set options, or beside a store of its own
    /// (<see cref="IInboxStore"/>).
    /// </summary>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="configure">Sets options, after the section <c>Hooklatch:Inbox</c> of the configuration has.</param>
    public static IHooklatchBuilder AddInbox(this IHooklatchBuilder builder, Action<InboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(InboxWorker)))
        {
            return builder;
        }

        InboxOptionsSetup Setup(IServiceProvider provider) =>
            new(builder.Configuration, provider.GetRequiredService<IOptions<HostOptions>>());

        services.AddSingleton<IConfigurationKeySource>(Setup);
        // First, so that what delegates set wins.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<InboxOptions>>(Setup));
        services.AddSingleton<IValidateOptions<InboxOptions>>(Setup);
        services.AddOptionsWithValidateOnStart<InboxOptions>();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<InboxOptions>>().Value);
        services.AddSingleton(provider => new InboxLog(
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<InboxLog>()
        ));
        services.AddSingleton<InboxMetrics>();
        services.AddSingleton<InboxTelemetry>();
        services.AddSingleton(provider => new LiveBodyKeys(builder.Configuration, provider.GetRequiredService<InboxTelemetry>().KeysKept));
        services.AddSingleton<SealedStore>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton(provider =>
            SlotsFactory.Create(
                provider.GetRequiredService<PluginRegistry>(),
                provider.GetRequiredService<InboxOptions>(),
                provider.GetRequiredService<BodyBudget>(),
                provider.GetRequiredService<DeliveryRun>(),
                provider.GetRequiredService<JobRunner>()
            )
        );
        services.AddSingleton<TimedRun>();
        services.AddSingleton<StoredSwitches>();
        services.AddSingleton<IPluginSwitches>(provider => provider.GetRequiredService<StoredSwitches>());
        services.AddSingleton<DeliveryRun>();
        services.AddSingleton<Unreadables>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<WakeSignal>();
        services.AddSingleton<EndWriter>();
        services.AddSingleton<WorkRunner>();
        services.AddSingleton<InboxWorker>();
        services.AddSingleton<InboxGateway>();
        services.AddSingleton<IInbox>(provider => provider.GetRequiredService<InboxGateway>());
        AddForPlugins(services);
        services.AddSingleton<InlineRecorder>();
        services.AddSingleton<IDeliveryRecorder>(provider => provider.GetRequiredService<InlineRecorder>());
        services.AddSingleton<Recollection>();
        services.AddSingleton<IInboxOperations, InboxOperations>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<InboxWorker>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<InlineRecorder>());
        services.AddSingleton<IHostedService, InboxSweeper>();
        services.AddSingleton<IHostedService, Scheduler>();
        services.AddSingleton<IScheduleBook, ScheduleBook>();
        services.AddSingleton<IHostedService, UnverifiedSweeper>();
        services.AddSingleton<IHostedService, InboxGauges>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HealthCheckServiceOptions>, InboxHealthChecks>());
        return builder;
    }

    /// <summary>What plugins take by their key.</summary>
    private static void AddForPlugins(IServiceCollection services)
    {
        services.AddKeyedSingleton<IJobs>(
            KeyedService.AnyKey,
            static (provider, plugin) =>
                new PluginJobs(
                    (string)plugin!,
                    provider.GetRequiredService<Slots>(),
                    provider.GetRequiredService<InboxGateway>(),
                    provider.GetRequiredService<IInboxOperations>(),
                    provider.GetRequiredService<TimeProvider>()
                )
        );
        services.AddKeyedSingleton<IPluginKeyValueStore>(
            KeyedService.AnyKey,
            static (provider, plugin) => new PluginKeyValueStore((string)plugin!, provider.GetRequiredService<InboxStore>())
        );
    }
}
