using Microsoft.Extensions.Hosting;

namespace Hooklatch.Lifecycle;

/// <summary>
/// Starts every plugin before the server listens, side by side, and ends each after the last request. A plugin that misses a service runs nothing of
/// its own.
/// </summary>
internal sealed class PluginStarter(PluginRegistry registry, ServiceCheck services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        services.Check(registry.States);
        return registry.StartAsync(cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => registry.StopAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
