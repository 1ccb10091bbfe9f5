using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hooklatch.Tests.Lifecycle;

internal sealed class TestLifecycle(LifecycleLog log) : IPluginLifecycle, IAsyncDisposable
{
    [PluginServices]
    public static void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<LifecycleLog>();
        services.AddSingleton(new SettingSeen(configuration["Seen"]));
    }

    public Task InitializeAsync(CancellationToken cancellationToken) => log.AddAsync("initialise", cancellationToken);

    public Task EnabledAsync(CancellationToken cancellationToken) => log.AddAsync("enabled", cancellationToken);

    public Task DisabledAsync(CancellationToken cancellationToken) => log.AddAsync("disabled", cancellationToken);

    public Task ShutdownAsync(CancellationToken cancellationToken) => log.AddAsync("shutdown", cancellationToken);

    public async ValueTask DisposeAsync() => await log.AddAsync("dispose", CancellationToken.None);

    /// <summary>What <see cref="Configure"/> read from the host's configuration.</summary>
    internal sealed record SettingSeen(string? Value);
}
