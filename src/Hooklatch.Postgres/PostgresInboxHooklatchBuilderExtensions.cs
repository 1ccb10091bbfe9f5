using Hooklatch.Configuration;
using Hooklatch.Inbox;
using Hooklatch.Postgres;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the inbox on PostgreSQL to a host of webhooks: <c>builder.AddHooklatch().AddPostgresInbox()</c>.</summary>
public static class PostgresInboxHooklatchBuilderExtensions
{
    /// <summary>
    /// Adds the inbox, and keeps its deliveries in a PostgreSQL database (15 or later), whose schema is created when the host starts. A registered
    /// <see cref="NpgsqlDataSource"/> is used if there is one. Called twice, it adds one store, and both delegates are run.
    /// </summary>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="configure">Changes what the configuration says. A value that is not valid stops the host when it starts.</param>
    public static IHooklatchBuilder AddPostgresInbox(this IHooklatchBuilder builder, Action<PostgresInboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddInbox();
        var services = builder.Services;
        services.AddOptions<PostgresInboxOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<PostgresInboxOptions>, PostgresInboxSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgresInboxOptions>, PostgresInboxSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigurationKeySource, PostgresInboxSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IInboxStore, PostgresInboxStore>());
        services.TryAddSingleton(provider => new PostgresInbox(provider.GetServices<IInboxStore>().OfType<PostgresInboxStore>().Single()));
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
