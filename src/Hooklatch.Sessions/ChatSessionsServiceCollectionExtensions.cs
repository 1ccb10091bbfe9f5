using Hooklatch.Configuration;
using Hooklatch.Sessions;
using Hooklatch.Sessions.Adapters;
using Hooklatch.Sessions.Alerts;
using Hooklatch.Sessions.Configuration;
using Hooklatch.Sessions.Http;
using Hooklatch.Sessions.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers chat sessions and their adapters.</summary>
public static class ChatSessionsServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IChatSessions"/> with the adapters of the section <c>Hooklatch:Sessions</c>: one for each section in it, of the
    /// kind that its <c>Kind</c> names, or its own name where that is a kind. A change of the configuration is seen by the next send.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration.</param>
    public static IServiceCollection AddChatSessions(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        if (services.Any(service => service.ServiceType == typeof(IChatSessions)))
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ChatHttp>();
        services.AddSingleton(provider => new AdapterCatalog(
            configuration,
            new AdapterBuilder(provider.GetServices<IChatAdapter>(), provider.GetServices<ChatKind>(), provider),
            provider.GetRequiredService<ILogger<AdapterCatalog>>()
        ));
        services.AddSingleton<IConfigurationKeySource, ChatKeys>();
        services.AddSingleton<ChatSender>();
        services.AddSingleton<IChatSessions, ChatSessions>();
        services.AddSingleton<IHostedService, ChatReport>();
        services.AddSingleton<IConfigurationKeySource, AlertKeys>();
        services.AddSingleton<IHostedService>(provider => new AlertWatch(
            configuration,
            provider,
            provider.GetRequiredService<IChatSessions>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services
            .AddChatKind("console", (settings, _) => new ConsoleAdapter(settings.Name, Console.Out))
            .AddChatKind("discord", (settings, provider) => new DiscordAdapter(settings, Http(provider)))
            .AddChatKind("http", (settings, provider) => new HttpAdapter(settings, Http(provider)))
            .AddChatKind("onebot_v11", (settings, provider) => new OneBotAdapter(settings, Http(provider)))
            .AddChatKind("slack", (settings, provider) => SlackAdapter.Create(settings, Http(provider)))
            .AddChatKind("telegram", (settings, provider) => new TelegramAdapter(settings, Http(provider)));
    }

    /// <summary>
    /// Registers an adapter of the host's own. It takes the place of a configured one of the same name; <c>Retries</c>, <c>Timeout</c> and
    /// <c>Channels</c> in the section <c>Hooklatch:Sessions:{name}</c> hold for it, too.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="adapter">The adapter.</param>
    public static IServiceCollection AddChatAdapter(this IServiceCollection services, IChatAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        return services.AddSingleton(adapter);
    }

    /// <summary>Registers an adapter of the host's own that is made of other services, once.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="create">Makes the adapter.</param>
    public static IServiceCollection AddChatAdapter(this IServiceCollection services, Func<IServiceProvider, IChatAdapter> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return services.AddSingleton(create);
    }

    /// <summary>
    /// Registers a kind of adapter, of which the configuration may name any number: <c>Hooklatch:Sessions:{name}:Kind</c>. A kind that is
    /// registered later takes the place of one of the same name.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="kind">The name of the kind.</param>
    /// <param name="create">Makes an adapter of its settings, at first and when they change; what it throws as a
    /// <see cref="ChatException"/> is what sends to this adapter fail with. The adapter's name must be that of the settings.</param>
    public static IServiceCollection AddChatKind(
        this IServiceCollection services,
        string kind,
        Func<ChatAdapterSettings, IServiceProvider, IChatAdapter> create
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(create);
        return services.AddSingleton(new ChatKind(kind, create));
    }

    private static ChatHttp Http(IServiceProvider provider) => provider.GetRequiredService<ChatHttp>();
}
