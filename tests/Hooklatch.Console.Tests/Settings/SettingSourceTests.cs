using Hooklatch.Console.Settings;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Console.Tests.Settings;

/// <summary>Where a setting comes from.</summary>
public sealed class SettingSourceTests
{
    [Fact]
    public void The_source_that_wins_is_named_and_a_file_without_its_folder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{"One":"1","Two":"1","List":["1"]}""");
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(folder.Path, "appsettings.json"))
            .AddInMemoryCollection([new("Two", "2")])
            .AddCommandLine(["--Three=3"])
            .Build();

        Assert.Equal("appsettings.json", SettingSource.Of(configuration, "One"));
        Assert.Equal("appsettings.json", SettingSource.Of(configuration, "List"));
        Assert.Equal("code", SettingSource.Of(configuration, "Two"));
        Assert.Equal("command line", SettingSource.Of(configuration, "Three"));
        Assert.Null(SettingSource.Of(configuration, "Four"));
    }

    [Theory]
    [InlineData("Plugins:acme.shop:ApiKey")]
    [InlineData("Hooklatch:Postgres:ConnectionString")]
    [InlineData("Plugins:acme.shop:Tokens:0")]
    [InlineData("Plugins:acme.shop:db_password")]
    public void A_name_that_sounds_like_a_secret_is_one(string path) => Assert.True(SecretNames.IsLike(path));

    [Theory]
    [InlineData("Plugins:acme.shop:Greeting")]
    [InlineData("Hooklatch:PublicUrl")]
    public void A_name_that_does_not_is_none(string path) => Assert.False(SecretNames.IsLike(path));
}
