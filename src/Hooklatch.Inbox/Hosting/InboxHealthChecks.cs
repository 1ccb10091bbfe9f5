using Hooklatch.Inbox.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Hooklatch.Inbox.Hosting;

/// <summary>Adds the checks to those of a host that calls <c>AddHealthChecks()</c>.</summary>
internal sealed class InboxHealthChecks : IConfigureOptions<HealthCheckServiceOptions>
{
    /// <summary>Whether deliveries can be stored.</summary>
    public const string Store = "hooklatch_inbox";

    /// <summary>Whether the worker runs.</summary>
    public const string Worker = "hooklatch_inbox_worker";

    public void Configure(HealthCheckServiceOptions options)
    {
        options.Registrations.Add(
            new HealthCheckRegistration(
                Store,
                provider => new InboxHealth(provider.GetRequiredService<InboxStore>()),
                HealthStatus.Unhealthy,
                ["ready", "store"]
            )
        );
        options.Registrations.Add(
            new HealthCheckRegistration(
                Worker,
                provider => new WorkerHealth(provider.GetRequiredService<InboxWorker>(), provider.GetRequiredService<TimeProvider>()),
                HealthStatus.Unhealthy,
                ["live"]
            )
        );
    }
}
