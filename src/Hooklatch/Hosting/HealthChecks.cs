using Hooklatch.Configuration;
using Hooklatch.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Hooklatch.Hosting;

/// <summary>Adds the checks to those of a host that calls <c>AddHealthChecks()</c>; in a host that does not, nothing reads them.</summary>
internal sealed class HealthChecks : IConfigureOptions<HealthCheckServiceOptions>
{
    /// <summary>Whether large bodies can be received.</summary>
    public const string Storage = "hooklatch_storage";

    /// <summary>Whether the host uses what is configured.</summary>
    public const string Configuration = "hooklatch_configuration";

    /// <summary>The tag by which a host selects the checks of its readiness.</summary>
    public const string Ready = "ready";

    public void Configure(HealthCheckServiceOptions options)
    {
        options.Registrations.Add(
            new HealthCheckRegistration(
                Storage,
                provider => new StorageHealth(provider.GetRequiredService<SpoolStorage>(), provider.GetRequiredService<HooklatchOptions>()),
                HealthStatus.Unhealthy,
                [Ready]
            )
        );
        // Degraded: the host still verifies and serves. Not ready would be every host at once that reads the file.
        options.Registrations.Add(
            new HealthCheckRegistration(
                Configuration,
                provider => new ConfigurationHealth(provider.GetRequiredService<ConfigurationStatus>()),
                HealthStatus.Degraded,
                [Ready]
            )
        );
    }
}
