using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hooklatch.Postgres.Schema;

/// <summary>Refuses a server on which a 2xx would promise more than it keeps.</summary>
internal static partial class ServerCheck
{
    private const int OldestServer = 150_000;

    /// <exception cref="InvalidOperationException">The server is none that this host can use.</exception>
    public static async Task RunAsync(NpgsqlDataSource source, bool requireStandby, ILogger logger, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            select current_setting('server_version_num'), current_setting('fsync'), current_setting('synchronous_commit'),
                current_setting('full_page_writes'), current_setting('synchronous_standby_names'), pg_is_in_recovery()::text,
                current_setting('server_version'), current_setting('default_transaction_isolation')
            """,
            connection
        );
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var (version, fsync, commit, pages) = (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3));
        var (standbys, isStandby, name) = (row.GetString(4), row.GetString(5) == "true", row.GetString(6));
        if (int.Parse(version, System.Globalization.CultureInfo.InvariantCulture) < OldestServer)
        {
            throw new InvalidOperationException($"The inbox needs PostgreSQL 15 or later, and this server is {name}.");
        }

        if (isStandby)
        {
            throw new InvalidOperationException(
                "The server of the inbox is a standby, which cannot be written. Name the primary, or several hosts with Target Session Attributes=primary."
            );
        }

        if (fsync != "on" || commit == "off")
        {
            throw new InvalidOperationException(
                $"The server of the inbox runs with fsync={fsync} and synchronous_commit={commit}: a loss of power can lose what it has confirmed. Set fsync to on in postgresql.conf, and synchronous_commit to on for the database or for the user of the inbox."
            );
        }

        if (requireStandby && (standbys.Length == 0 || commit is "local" or "remote_write"))
        {
            throw new InvalidOperationException(
                $"Hooklatch:Postgres:RequireSynchronousStandby is set, and a commit on this server waits for no standby to have it on its disk: synchronous_standby_names='{standbys}', synchronous_commit={commit}."
            );
        }

        if (row.GetString(7) is not "read committed" and var isolation)
        {
            throw new InvalidOperationException(
                $"The server of the inbox has default_transaction_isolation='{isolation}', under which a host does not see what the one before it did. Set it to 'read committed' for the user of the inbox: alter role … set default_transaction_isolation = 'read committed'."
            );
        }

        if (pages != "on")
        {
            Log.TornPages(logger, pages);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            20,
            LogLevel.Warning,
            "The server of the inbox runs with full_page_writes={Setting}: a loss of power can damage it, unless its file system never tears a page"
        )]
        public static partial void TornPages(ILogger logger, string setting);
    }
}
