using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Bulk;
using Hooklatch.Console.Deliveries;
using Hooklatch.Console.Live;
using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hooklatch.Console.Api;

/// <summary>The services of the API's areas of deliveries.</summary>
internal static class ConsoleDeliveries
{
    public static void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AuditLog>();
        services.TryAddSingleton<ICallerCheck, UncheckedCaller>();
        services.TryAddSingleton<FeedAudit>();
        services.TryAddSingleton<OneDelivery>();
        services.TryAddSingleton<BulkRuns>();
        services.TryAddSingleton(provider => new HandlerChoice(provider.GetService<PluginRegistry>()));
        services.TryAddSingleton<DeliveryViews>();
        services.TryAddSingleton(provider => new LiveHub(
            provider.GetService<IInboxOperations>(),
            provider.GetService<IRefusalLog>(),
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}
