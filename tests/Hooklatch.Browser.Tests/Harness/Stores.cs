namespace Hooklatch.Browser.Tests.Harness;

/// <summary>The sample host on each store.</summary>
internal static class Stores
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    public static async Task<ConsoleHost> StartAsync(PublishedSamples published, string store) =>
        store is Sqlite
            ? await ConsoleHosts.StartAsync(published)
            : new(await published.StartOnPostgresAsync([.. ConsoleHost.Settings, .. await PostgresSettingsAsync()]));

    private static async Task<string[]> PostgresSettingsAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        return
        [
            "--Hooklatch:Postgres:ConnectionString=" + cluster.ConnectionString,
            "--Hooklatch:Postgres:Schema=console_" + Guid.NewGuid().ToString("N")[..8],
        ];
    }
}
