namespace Hooklatch.Sqlite.Engine;

/// <summary>The tables, and the version of them that a file has.</summary>
/// <remarks>
/// A version says which binaries may work on it: those that know its number, and those before it down to <c>oldest_binary</c>, so that an upgrade can be
/// taken back. Times are UTC in ticks of 100 nanoseconds since the year 1.
/// </remarks>
internal static class Schema
{
    /// <summary>The version that this binary writes.</summary>
    public const int Version = 1;

    /// <summary>The oldest binary, by the version it writes, that can work on what this one writes.</summary>
    private const int OldestBinary = 1;

    private const int PageSize = 8192;

    private const string Tables = """
        create table meta(name text primary key, value integer not null) strict, without rowid;
        create table endpoint(id integer primary key, plugin text not null, name text not null, unique(plugin, name)) strict;

        -- What was received, narrow, so that a search reads little. Written once. recorded: the state of what was handled before it was answered.
        create table delivery(
            id integer primary key, endpoint integer not null, received_at integer not null, size integer not null, body_length integer not null,
            event text, event_action text, delivery_id text, identity blob, order_key text, replay_of integer, recorded integer, priority integer not null, forgets integer not null,
            delay integer not null) strict;
        create index delivery_recorded on delivery(recorded, id) where recorded is not null and recorded <> 5;

        -- A large body and payload lie in chunks, whose ids begin with the upload's.
        create table body(id integer primary key, body blob, payload blob, payload_length integer, details blob not null, upload integer) strict;
        create table chunk(id integer primary key, data blob not null) strict;
        create table upload(id integer primary key) strict;

        -- key: 8 bytes of a hash of the provider's id and 16 of the identity, which tells copies; or 8 of the delivery's own id, which only finds it.
        create table identity(key blob primary key, delivery integer not null, at integer) strict, without rowid;
        create index identity_at on identity(at) where at is not null;

        -- What is unfinished, dead or quarantined.
        create table work(
            id integer primary key, endpoint integer not null, state integer not null, due_at integer not null, attempt integer not null,
            crashes integer not null, deaths integer not null, suspect integer not null, token integer not null, size integer not null,
            ready_at integer not null, order_key text, ranks_at integer not null, forgets integer not null) strict;
        create index work_ready on work(endpoint, ranks_at, id) where state = 0;
        create index work_due on work(due_at) where state = 2;
        create index work_waiting on work(endpoint, id) where state = 3;
        create index work_suspect on work(endpoint, id) where state = 4;
        create index work_order on work(endpoint, order_key, id) where order_key is not null and state < 5;
        create index work_dead on work(state, id) where state > 5;
        create table dismissed(
            id integer primary key, at integer not null, attempt integer not null, crashes integer not null, token integer not null) strict;

        -- One row for each try that ended. id: the delivery's, and 12 bits that count.
        create table outcome(
            id integer primary key, attempt integer not null, crashes integer not null, state integer not null, started_at integer not null,
            elapsed integer not null, ended_at integer not null, handler text, error_type text, error text, fingerprint text) strict;
        create index outcome_fingerprint on outcome(fingerprint, id) where fingerprint is not null;
        create index outcome_error_type on outcome(error_type, id) where error_type is not null;

        -- What a handler has reported last, or given back.
        create table report(id integer primary key, data blob not null) strict;

        -- What plugins keep. A write is a new row, so that no version comes twice.
        create table value(
            version integer primary key autoincrement, plugin text not null, scope text not null, key text not null, data blob not null,
            expires_at integer, unique(plugin, scope, key)) strict;
        create index value_expires on value(expires_at) where expires_at is not null;

        -- endpoint: empty for all of the plugin.
        create table pause(plugin text not null, endpoint text not null, primary key(plugin, endpoint)) strict, without rowid;
        """;

    /// <summary>
    /// What came after the first files of this version. A binary that does not know it works on as before, so that it needs no version of its own.
    /// </summary>
    private const string Additions = """
        -- What a person has disabled.
        create table if not exists disabled_plugin(plugin text primary key) strict, without rowid;

        -- What persons have changed. No id comes twice.
        create table if not exists audit(
            id integer primary key autoincrement, at integer not null, who text not null, action text not null, target text not null, detail text,
            peer text) strict;
        """;

    /// <summary>What every connection is set to, before it reads anything.</summary>
    public static void Configure(Database database, string synchronous = "full")
    {
        // The size counts only for a file without any page.
        database.Execute($"pragma page_size = {PageSize}");
        if (database.Text("pragma journal_mode = wal") is not "wal")
        {
            throw new InvalidOperationException("The inbox needs SQLite's write-ahead log, which this file system does not support.");
        }

        // On macOS, a flush that is not full stops at the drive's cache.
        database.Execute("pragma fullfsync = on; pragma checkpoint_fullfsync = on; pragma journal_size_limit = 67108864");
        database.Execute(
            $"pragma synchronous = {synchronous}; pragma secure_delete = on; pragma foreign_keys = off; pragma trusted_schema = off; pragma temp_store = memory"
        );
    }

    /// <summary>Creates the tables, or checks that this binary can work on those that there are.</summary>
    /// <exception cref="InvalidOperationException">A newer binary wrote them.</exception>
    public static void Prepare(Database database, string path)
    {
        database.Execute("begin immediate");
        try
        {
            if (database.Number("select count(*) from sqlite_schema where name = 'meta'") == 0)
            {
                database.Execute(Tables);
                database.Execute($"insert into meta values ('version', {Version}), ('oldest_binary', {OldestBinary})");
            }

            Check(database, path);
            database.Execute(Additions);
            database.Execute("commit");
        }
        catch
        {
            if (database.IsInTransaction)
            {
                database.Execute("rollback");
            }

            throw;
        }
    }

    private static void Check(Database database, string path)
    {
        var version = database.Number("select value from meta where name = 'version'") ?? 0;
        var oldest = database.Number("select value from meta where name = 'oldest_binary'") ?? version;
        if (version > Version + 1 || oldest > Version)
        {
            throw new InvalidOperationException(
                $"The inbox '{path}' has version {version} of its tables, and this host knows {Version}: a newer one wrote it. Start that one again, or give this host another file by Hooklatch:Sqlite:File."
            );
        }
    }
}
