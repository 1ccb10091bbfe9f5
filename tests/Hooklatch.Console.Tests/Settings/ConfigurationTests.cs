using System.Text;
using Hooklatch.Console.Tests.Plugin;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Settings;

/// <summary>The settings of the host and its plugins.</summary>
public sealed class ConfigurationTests
{
    private const string Canary = "canary-0123456789";

    private static readonly string SealingKey = Convert.ToBase64String(Encoding.UTF8.GetBytes("canary canary canary canary 1234"));

    [Fact]
    public async Task No_secret_is_in_the_answer_however_it_is_configured()
    {
        await using var host = await ShopHost.StartAsync(
            settings:
            [
                ("Plugins:acme.shop:ApiPassword", Canary + "1"),
                ("Plugins:acme.shop:StripeSecrt", Canary + "2"),
                ("Plugins:acme.shop:Greeting", $"https://user:{Canary}3@example.com/"),
                ("Hooklatch:Postgres:ConnectionString", $"Host=db;Password={Canary}4"),
                ("Hooklatch:Inbox:Keys:one", SealingKey),
                ("Hooklatch:Sessions:chat:Url", $"https://example.com/{Canary}6"),
                ("Hooklatch:PublicUrll", Canary + "7"),
                ("Plugins:acme:shop:Token", Canary + "8"),
            ]
        );

        var text = await host.GetTextAsync("/configuration") + await host.GetTextAsync("/overview");

        Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SealingKey, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_shown_as_how_many_there_are()
    {
        await using var host = await ShopHost.StartAsync();

        var setting = await SettingAsync(host, "Plugins:acme.shop:GitHubSecrets");

        Assert.True(setting.IsSecret);
        Assert.Equal("2 values", setting.Value);
        Assert.Equal("What GitHub signs with.", setting.Description);
        Assert.Equal("array of string", setting.Type);
    }

    [Fact]
    public async Task A_plain_setting_is_shown_with_its_value_its_default_and_where_it_comes_from()
    {
        await using var host = await ShopHost.StartAsync(settings: ("Plugins:acme.shop:Greeting", "Good <b>day</b>"));

        var setting = await SettingAsync(host, "Plugins:acme.shop:Greeting");

        Assert.Equal(("Good <b>day</b>", "Hello", "string"), (setting.Value, setting.Default, setting.Type));
        Assert.False(setting.IsSecret);
        Assert.False(string.IsNullOrEmpty(setting.Source));
        Assert.DoesNotContain('/', setting.Source);
    }

    [Fact]
    public async Task A_setting_that_is_not_set_shows_what_counts()
    {
        await using var host = await ShopHost.StartAsync();

        var setting = await SettingAsync(host, "Hooklatch:MemoryBudget");

        Assert.Equal((null, "268435456", null), (setting.Value, setting.Default, setting.Source));
    }

    [Fact]
    public async Task A_secret_that_a_webhook_lacks_is_a_problem()
    {
        await using var host = await ShopHost.StartAsync(settings: ("Plugins:acme.shop:StripeSecret", null));

        Assert.Contains("/stripe", (await SettingAsync(host, "Plugins:acme.shop:StripeSecret")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_nothing_reads_is_listed_with_the_nearest_name()
    {
        await using var host = await ShopHost.StartAsync(
            settings: [("Plugins:acme.shop:StripeSecrt", "x"), ("Hooklatch:PublicUrll", "https://example.com")]
        );

        Assert.Contains("StripeSecret", (await SettingAsync(host, "Plugins:acme.shop:StripeSecrt")).Problem, StringComparison.Ordinal);
        Assert.Contains("PublicUrl", (await SettingAsync(host, "Hooklatch:PublicUrll")).Problem, StringComparison.Ordinal);
    }

    private static async Task<SettingView> SettingAsync(ShopHost host, string path) =>
        (await host.GetAsync("/configuration", ManagementJson.Default.ConfigurationView))
            .Groups.SelectMany(group => group.Settings)
            .Single(setting => setting.Path == path);
}
