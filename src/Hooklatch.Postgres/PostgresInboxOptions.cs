namespace Hooklatch.Postgres;

/// <summary>
/// The settings of the inbox on PostgreSQL. They are read from the section <c>Hooklatch:Postgres</c> of the host's configuration, where each key is the name
/// of its property, and then handed to the delegate of <c>AddPostgresInbox(options => …)</c>.
/// </summary>
public sealed class PostgresInboxOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch:Postgres";

    /// <summary>
    /// Where the database is, as Npgsql reads it: <c>Host=db;Database=hooks;Username=hooks;Password=…</c>. Not needed where the host registers an
    /// <c>NpgsqlDataSource</c>, which is then used. Behind a pooler in transaction mode it has <c>No Reset On Close=true</c>.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Where notifications are listened for, so that a host learns at once what another one has stored: a direct connection, since a pooler in transaction
    /// mode loses them. Empty, each host asks once a second and nothing else is lost. Default: <see cref="ConnectionString"/>, or the registered data source.
    /// </summary>
    public string? ListenConnectionString { get; set; }

    /// <summary>
    /// The schema that holds the tables, created when the first host starts: lower-case letters, digits and underscores, at most 40. Hosts that share it share
    /// their deliveries. Default: <c>hooklatch</c>.
    /// </summary>
    public string Schema { get; set; } = "hooklatch";

    /// <summary>
    /// Whether the host starts only where a commit waits for a standby (<c>synchronous_standby_names</c>), so that a 2xx survives the loss of the primary.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool RequireSynchronousStandby { get; set; }
}
