using Npgsql;

namespace Hooklatch.Postgres.Schema;

/// <summary>Creates the schema, or checks that this binary can work on the one that there is. Of hosts that start at once, one does it.</summary>
/// <remarks>
/// A version says which binaries may work on the tables: those that know its number, and those before it down to <c>oldest_binary</c>, so that hosts are
/// replaced one after the other and an upgrade can be taken back. The functions that a binary calls stay as long as it may run.
/// </remarks>
internal static class Migration
{
    /// <summary>The version of the tables that this binary writes.</summary>
    public const int Version = 1;

    /// <summary>The oldest binary, by the version it writes, that can work on what this one writes.</summary>
    private const int OldestBinary = 1;

    /// <summary>Grows whenever a function changes or a table is added, so that of two binaries of one version the newer one's stay.</summary>
    private const int Revision = 2;

    /// <exception cref="InvalidOperationException">A newer binary wrote it.</exception>
    public static async Task RunAsync(NpgsqlDataSource source, string schema, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, $"select pg_advisory_xact_lock({SchemaScript.SaltOf(schema)})", cancellation);
        // Who may not create a schema may still use one that somebody created for him.
        if (await NumberAsync(connection, $"select count(*) from pg_namespace where nspname = '{schema}'", cancellation) == 0)
        {
            await RunAsync(connection, $"create schema {schema}", cancellation);
        }

        if (await NumberAsync(connection, $"select (to_regclass('{schema}.meta') is not null)::int", cancellation) == 0)
        {
            await RunAsync(
                connection,
                $"""
                create table {schema}.meta(name text primary key, value bigint not null);
                insert into {schema}.meta values ('version', {Version}), ('oldest_binary', {OldestBinary}), ('revision', 0);
                {SchemaScript.Tables(schema)}
                """,
                cancellation
            );
        }

        var version = await MetaAsync(connection, schema, "version", cancellation);
        if (version > Version + 1 || await MetaAsync(connection, schema, "oldest_binary", cancellation) > Version)
        {
            throw new InvalidOperationException(
                $"The schema '{schema}' of the inbox has version {version} of its tables, and this host knows {Version}: a newer one wrote it. Start that one again, or give this host another schema by Hooklatch:Postgres:Schema."
            );
        }

        if (version <= Version && await MetaAsync(connection, schema, "revision", cancellation) < Revision)
        {
            await RunAsync(connection, SchemaScript.Renewal(schema), cancellation);
            await RunAsync(connection, $"update {schema}.meta set value = {Revision} where name = 'revision'", cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static Task<long> MetaAsync(NpgsqlConnection connection, string schema, string name, CancellationToken cancellation) =>
        NumberAsync(connection, $"select coalesce((select value from {schema}.meta where name = '{name}'), 0)", cancellation);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }
}
