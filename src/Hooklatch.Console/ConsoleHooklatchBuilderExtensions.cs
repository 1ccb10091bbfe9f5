using Hooklatch.Configuration;
using Hooklatch.Console;
using Hooklatch.Console.Access;
using Hooklatch.Console.Api;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Deliveries;
using Hooklatch.Console.Hosting;
using Hooklatch.Console.Overview;
using Hooklatch.Hosting;
using Hooklatch.Inbox;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the console to a host of webhooks: <c>builder.AddHooklatch().AddConsole()</c>.</summary>
public static class ConsoleHooklatchBuilderExtensions
{
    /// <summary>
    /// Adds what the console needs. A host that references the package has it already and calls this to set options only. The console is served once the
    /// host calls <c>app.MapHooklatchConsole()</c>. Called twice, both delegates are run.
    /// </summary>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="configure">
    /// Changes what the section <c>Hooklatch:Console</c> says. It runs again after each change of the configuration. What is not valid stops the host when it
    /// starts.
    /// </param>
    public static IHooklatchBuilder AddConsole(this IHooklatchBuilder builder, Action<HooklatchConsoleOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(Gate)))
        {
            return builder;
        }

        ConsoleOptionsSetup Setup(IServiceProvider provider) => new(builder.Configuration);

        services.AddSingleton<IConfigurationKeySource>(Setup);
        // First, so that what delegates set wins.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<HooklatchConsoleOptions>>(Setup));
        services.AddSingleton<IValidateOptions<HooklatchConsoleOptions>>(Setup);
        services.AddOptionsWithValidateOnStart<HooklatchConsoleOptions>();
        services.AddSingleton(provider => new LiveConsoleOptions(
            builder.Configuration,
            provider.GetServices<IConfigureOptions<HooklatchConsoleOptions>>(),
            provider.GetServices<IPostConfigureOptions<HooklatchConsoleOptions>>()
        ));
        AddAccess(services);
        services.TryAddSingleton<IAuditStore>(provider =>
            provider.GetService<IInboxOperations>() is { } inbox ? new InboxAuditStore(inbox) : new MemoryAuditStore()
        );
        services.AddSingleton<AuditLog>();
        services.AddSingleton<SignInAudit>();
        services.AddSingleton<ConsoleEndpoints>();
        services.AddSingleton<IConsoleAddress, ConsoleLink>();
        services.AddSingleton<ConsoleStart>();
        services.AddSingleton<SessionViews>();
        services.AddOverview();
        ConsoleDeliveries.AddTo(services);
        // Before the report of the core, which asks for the address.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<ConsoleStart>()));
        return builder;
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<ConsoleTokens>();
        services.AddSingleton<TokenFile>();
        services.AddSingleton<LoginCode>();
        services.AddSingleton<SessionSeal>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<Peers>();
        services.AddSingleton<PublicOrigin>();
        services.AddSingleton<HostCheck>();
        services.AddSingleton<CrossSiteCheck>();
        services.AddSingleton<HostUsers>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<ICallerCheck, CallerCheck>();
        services.AddSingleton<Gate>();
    }
}
