using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Tests.Testing;

/// <summary>Chat sessions as a host registers them. Settings are below <c>Hooklatch:Sessions</c>.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ChatHost(LiveConfiguration configuration, Action<IServiceCollection>? configure)
    {
        Configuration = configuration;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Time);
        configure?.Invoke(services);
        services.AddChatSessions(new ConfigurationBuilder().Add(configuration).Build());
        _services = services.BuildServiceProvider();
    }

    public IChatSessions Sessions => _services.GetRequiredService<IChatSessions>();

    public LiveConfiguration Configuration { get; }

    public TestClock Time { get; } = new();

    public CapturedLog Log { get; } = new();

    public static ChatHost Create(params (string Path, string? Value)[] settings) => Create(configure: null, settings);

    public static ChatHost Create(Action<IServiceCollection>? configure, params (string Path, string? Value)[] settings)
    {
        var configuration = new LiveConfiguration();
        configuration.Change(Below(settings));
        return new ChatHost(configuration, configure);
    }

    public void Change(params (string Path, string? Value)[] settings) => Configuration.Change(Below(settings));

    /// <summary>What a host does when it starts.</summary>
    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static IEnumerable<(string Path, string? Value)> Below((string Path, string? Value)[] settings) =>
        settings.Select(setting => ($"{ChatAdapterSettings.Section}:{setting.Path}", setting.Value));
}
