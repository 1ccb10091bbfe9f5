using Hooklatch.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

public sealed class PostgresRegistrationTests
{
    private const string Connection = "Host=db;Database=hooks;Username=u;Password=secret";

    [Fact]
    public void Added_twice_it_is_one_store_that_tells_no_password_and_both_delegates_run()
    {
        var provider = Build([], null, options => options.ConnectionString = Connection, options => options.Schema = "other");

        Assert.Equal("PostgreSQL, db/hooks, schema other", Assert.Single(provider.GetServices<IInboxStore>()).Description);
        Assert.NotNull(provider.GetRequiredService<PostgresInbox>());
    }

    [Fact]
    public void The_configuration_is_read()
    {
        var options = Build(
                new()
                {
                    ["Hooklatch:Postgres:ConnectionString"] = Connection,
                    ["Hooklatch:Postgres:ListenConnectionString"] = "",
                    ["Hooklatch:Postgres:Schema"] = "hooks_2",
                    ["Hooklatch:Postgres:RequireSynchronousStandby"] = "true",
                }
            )
            .GetRequiredService<IOptions<PostgresInboxOptions>>()
            .Value;

        Assert.Equal(
            (Connection, "", "hooks_2", true),
            (options.ConnectionString, options.ListenConnectionString, options.Schema, options.RequireSynchronousStandby)
        );
    }

    [Fact]
    public void A_registered_data_source_is_used()
    {
        using var source = NpgsqlDataSource.Create("Host=elsewhere;Database=hooks");

        var provider = Build([], source);

        Assert.Equal("PostgreSQL, elsewhere/hooks, schema hooklatch", Assert.Single(provider.GetServices<IInboxStore>()).Description);
        Assert.Null(provider.GetRequiredService<IOptions<PostgresInboxOptions>>().Value.ConnectionString);
    }

    [Theory]
    [InlineData("Hooklatch:Postgres:ConnectionString", null)]
    [InlineData("Hooklatch:Postgres:ConnectionString", " ")]
    [InlineData("Hooklatch:Postgres:ConnectionString", "Hots=db;Password=secret")]
    [InlineData("Hooklatch:Postgres:ListenConnectionString", "secret")]
    [InlineData("Hooklatch:Postgres:Schema", "Hooks")]
    [InlineData("Hooklatch:Postgres:Schema", "a;drop table b")]
    [InlineData("Hooklatch:Postgres:Schema", "pg_hooks")]
    public void What_cannot_be_read_is_named_and_not_repeated(string key, string? value)
    {
        var provider = Build(new() { ["Hooklatch:Postgres:ConnectionString"] = Connection, [key] = value });

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<PostgresInboxOptions>>().Value);

        var failure = Assert.Single(error.Failures);
        Assert.StartsWith(key, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(
        Dictionary<string, string?> settings,
        NpgsqlDataSource? source = null,
        params Action<PostgresInboxOptions>?[] delegates
    )
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services.AddSingleton<IConfiguration>(configuration);
        if (source is not null)
        {
            services.AddSingleton(source);
        }

        var hooklatch = new Builder(services, configuration);
        foreach (var configure in delegates is [] ? [null] : delegates)
        {
            hooklatch.AddPostgresInbox(configure);
        }

        return services.BuildServiceProvider();
    }

    private sealed record Builder(IServiceCollection Services, IConfiguration Configuration) : IHooklatchBuilder;
}
