using Hooklatch.Inbox.Running;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hooklatch.Inbox.Hosting;

/// <summary>Whether the worker still asks for work. One that does not is mended by a new process alone.</summary>
internal sealed class WorkerHealth(InboxWorker worker, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silence = time.GetUtcNow() - worker.AskedAt;
        return Task.FromResult(
            silence > MaxSilence
                ? new HealthCheckResult(
                    context.Registration.FailureStatus,
                    $"The inbox's worker has not asked for work for {silence.Value.TotalSeconds:0} s"
                )
                : HealthCheckResult.Healthy()
        );
    }
}
