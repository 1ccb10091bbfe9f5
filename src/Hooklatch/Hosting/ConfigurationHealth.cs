using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hooklatch.Hosting;

/// <summary>Whether the host uses what is configured, and since when and why not.</summary>
internal sealed class ConfigurationHealth(IConfigurationStatus status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stale = status.Stale;
        return Task.FromResult(
            stale.Count == 0
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(
                    context.Registration.FailureStatus,
                    string.Join(
                        "; ",
                        stale.Select(source =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{source.Source} could not be read since {source.Since:u}: {source.Reason}"
                            )
                        )
                    )
                )
        );
    }
}
