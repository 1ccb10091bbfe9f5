namespace Hooklatch.Browser.Tests.Harness;

/// <summary>The sample host on each store.</summary>
internal static class Stores
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    public static async Task<ConsoleHost> StartAsync(PublishedHost published, string store) =>
        store is Sqlite
            ? await ConsoleHosts.StartAsync(published)
            : new(await published.StartOnPostgresAsync([.. ConsoleHost.Settings, .. await PostgresSettingsAsync()]));

    private static async Task<string[]> PostgresSettingsAsync() => throw new NotImplementedException();
}
