using Hooklatch.Tests.Configuration;
using Hooklatch.Tests.Pipeline;
using Hooklatch.Tests.Plugin;
using Hooklatch.Tests.Verification;
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
        services.TryAddSingleton<HandledDeliveries>();
        services.TryAddSingleton<Tenants>();
        services.TryAddScoped<TenantStore>();
        services.TryAddSingleton<HandlerScript>();
        AddWhatSomeTestsReplace(services);
    }

    public Task InitializeAsync(CancellationToken cancellationToken) => log.AddAsync("initialise", cancellationToken);

    public Task EnabledAsync(CancellationToken cancellationToken) => log.AddAsync("enabled", cancellationToken);

    public Task DisabledAsync(CancellationToken cancellationToken) => log.AddAsync("disabled", cancellationToken);

    public Task ShutdownAsync(CancellationToken cancellationToken) => log.AddAsync("shutdown", cancellationToken);

    public async ValueTask DisposeAsync() => await log.AddAsync("dispose", CancellationToken.None);

    /// <summary>No host starts without a service that a handler takes; a test that calls the handler registers its own.</summary>
    private static void AddWhatSomeTestsReplace(IServiceCollection services)
    {
        services.TryAddScoped<IGreeter>(_ => throw new PluginUnavailableException("The test has no plugin that greets."));
        services.TryAddScoped<IConfigChange>(_ => throw new InvalidOperationException("The test changes nothing."));
        services.TryAddScoped<IWaitingRoom>(_ => throw new InvalidOperationException("The test waits for nobody."));
        services.TryAddKeyedSingleton("blue", "no colour");
    }

    /// <summary>What <see cref="Configure"/> read from the host's configuration.</summary>
    internal sealed record SettingSeen(string? Value);
}
