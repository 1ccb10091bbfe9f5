using Hooklatch.Configuration;
using Hooklatch.Inbox;
using Hooklatch.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the inbox on SQLite to a host of webhooks: <c>builder.AddHooklatch().AddSqliteInbox()</c>.</summary>
public static class SqliteInboxHooklatchBuilderExtensions
{
    /// <summary>
    /// Adds the inbox, and keeps its deliveries in an SQLite database, which is created when the host starts. Nothing has to be installed or configured. Called twice, it
    /// adds one store, and both delegates are run.
    /// </summary>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="configure">Changes what the configuration says. A value that is not valid stops the host when it starts.</param>
    public static IHooklatchBuilder AddSqliteInbox(this IHooklatchBuilder builder, Action<SqliteInboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddInbox();
        var services = builder.Services;
        services.AddOptions<SqliteInboxOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<SqliteInboxOptions>, SqliteInboxSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteInboxOptions>, SqliteInboxSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigurationKeySource, SqliteInboxSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IInboxStore, SqliteInboxStore>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder.AddInbox();
    }
}
