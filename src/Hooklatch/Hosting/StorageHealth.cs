using Hooklatch.Endpoints;
using Hooklatch.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hooklatch.Hosting;

/// <summary>Whether the directories that the host writes to can be written: by writing there, so that a disk with room again is healthy at once.</summary>
internal sealed class StorageHealth(SpoolStorage spool, HooklatchOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] problems =
        [
            .. new[] { Problem(nameof(HooklatchOptions.SpoolDirectory), spool.Probe()), ProblemOfData() }.OfType<string>(),
        ];
        return Task.FromResult(
            problems.Length == 0
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, string.Join("; ", problems))
        );
    }

    /// <summary>The directory is there once a plugin has asked for it.</summary>
    private string? ProblemOfData() =>
        Path.Exists(options.DataDirectory)
            ? Problem(nameof(HooklatchOptions.DataDirectory), DirectoryProbe.TryWrite(options.DataDirectory, bytes: 1))
            : null;

    private static string? Problem(string name, string? cause) =>
        cause is null ? null : $"{HooklatchOptions.Section}:{name} cannot be written to: {cause}";
}
