using Microsoft.Extensions.Hosting;

namespace Hooklatch.Configuration;

/// <summary>Builds every configuration object when the host starts, before the server listens.</summary>
internal sealed class ConfigCheck(IEnumerable<IConfigCheck> checks) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            check.Check();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
