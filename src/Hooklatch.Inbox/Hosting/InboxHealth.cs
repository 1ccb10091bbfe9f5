using Hooklatch.Inbox.Running;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hooklatch.Inbox.Hosting;

/// <summary>Whether deliveries can be stored: for a load balancer, which sends them to another host while they cannot.</summary>
internal sealed class InboxHealth(InboxStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            !store.IsOpen ? new HealthCheckResult(context.Registration.FailureStatus, "The inbox is not open")
            // The text of what a store throws is for the log; a page of health is read by strangers.
            : store.Error is not null
                ? new HealthCheckResult(context.Registration.FailureStatus, "The inbox cannot be used; the log says why")
            : HealthCheckResult.Healthy()
        );
}
