using Hooklatch.Inbox.Tests.Plugin;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What starts with the host may use the store: plugins do so in their lifecycles, which start first.</summary>
public sealed class StartingTests
{
    [Fact]
    public async Task The_store_is_open_while_plugins_start()
    {
        var starting = new Starting();
        await using var host = await QueueHost.StartAsync(more: services =>
            services.AddSingleton<IHostedService>(provider =>
            {
                starting.Values = provider.GetRequiredKeyedService<IPluginKeyValueStore>("tests.queue");
                starting.Jobs = provider.GetRequiredKeyedService<IJobs>("tests.queue");
                return starting;
            })
        );

        Assert.Equal("early", (await host.Jobs.NextAsync()).Text);
        Assert.Equal(1, starting.Version);
    }

    private sealed class Starting : IHostedLifecycleService
    {
        public IPluginKeyValueStore? Values { get; set; }

        public IJobs? Jobs { get; set; }

        public long Version { get; private set; }

        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            Version = await Values!.SetAsync(KeyValueScope.Global, "key", new byte[] { 1 }, cancellationToken: cancellationToken);
            await Jobs!.EnqueueAsync(new Slow("early"), cancellationToken: cancellationToken);
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
