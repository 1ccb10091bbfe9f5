using Hooklatch.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteRegistrationTests
{
    [Fact]
    public void Added_twice_it_is_one_store_and_both_delegates_run()
    {
        var provider = Build([], options => options.File = "one.db", options => options.BusyTimeout = TimeSpan.FromSeconds(2));

        Assert.Equal("SQLite, one.db", Assert.Single(provider.GetServices<IInboxStore>()).Description);
        Assert.Equal(TimeSpan.FromSeconds(2), provider.GetRequiredService<IOptions<SqliteInboxOptions>>().Value.BusyTimeout);
    }

    [Fact]
    public void The_configuration_is_read()
    {
        var options = Build(new() { ["Hooklatch:Sqlite:File"] = "two.db", ["Hooklatch:Sqlite:BusyTimeout"] = "00:00:09" })
            .GetRequiredService<IOptions<SqliteInboxOptions>>()
            .Value;

        Assert.Equal(("two.db", TimeSpan.FromSeconds(9)), (options.File, options.BusyTimeout));
    }

    [Theory]
    [InlineData("Hooklatch:Sqlite:File", " ")]
    [InlineData("Hooklatch:Sqlite:BusyTimeout", "soon")]
    [InlineData("Hooklatch:Sqlite:BusyTimeout", "00:00:00")]
    [InlineData("Hooklatch:Sqlite:BusyTimeout", "00:02:00")]
    public void What_cannot_be_read_is_named(string key, string value)
    {
        var provider = Build(new() { [key] = value });

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<SqliteInboxOptions>>().Value);

        Assert.StartsWith(key, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    private static IServiceProvider Build(Dictionary<string, string?> settings, params Action<SqliteInboxOptions>?[] delegates)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services.AddSingleton<IConfiguration>(configuration);
        var hooklatch = new Builder(services, configuration);
        foreach (var configure in delegates is [] ? [null] : delegates)
        {
            hooklatch.AddSqliteInbox(configure);
        }

        return services.BuildServiceProvider();
    }

    private sealed record Builder(IServiceCollection Services, IConfiguration Configuration) : IHooklatchBuilder;
}
