using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Configuration;

/// <summary>Collections, objects, rules and secrets in a configuration, at the start and when it changes.</summary>
public sealed class RichConfigTests
{
    private const string Root = WebhookHost.Settings;
    private const string Canary = "canary-7f3a";

    [Fact]
    public async Task Collections_hold_values_objects_and_collections()
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (Root + "Pauses:0", "00:00:01"),
                (Root + "Pauses:1", "1.00:00:00"),
                (Root + "Links:0", "https://a.test/"),
                (Root + "Links:1", "/b"),
                (Root + "Days:0", "monday"),
                (Root + "Days:1", "5"),
                (Root + "Ports:http", "80"),
                (Root + "Groups:ops:0", "ada"),
                (Root + "Groups:ops:1", "bob"),
                (Root + "Lines:0:Text", "one"),
                (Root + "Lines:1:Text", "two"),
                (Root + "Lines:1:Number", "9"),
                (Root + "Tenants:acme:Name", "Acme"),
            ]
        );

        Assert.Equal(
            "1|00:00:01+1.00:00:00|https://a.test/+/b|Monday+Friday|http=80|ops=ada,bob|one*1+two*9|acme=Acme",
            Config(host).Show()
        );
    }

    [Fact]
    public async Task An_empty_array_replaces_the_default()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Root + "Numbers", ""));
        Assert.Empty(host.App.Services.GetRequiredService<IPluginConfig<TestConfig>>().Current.Numbers);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_when_the_host_starts_and_never_with_its_value()
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (Root + "Level", Canary),
                (Root + "Lines:0:Number", "2"),
                (Root + "Lines:1:Text", " "),
                (Root + "Ports:http", Canary),
            ]
        );

        var unusable = Assert.Single(host.Log.Named("ConfigurationUnusable"));
        Assert.Equal(LogLevel.Error, unusable.Level);
        Assert.Equal(
            "Plugins:tests.runtime cannot be used, and handlers that take it answer 500 until it is put right: "
                + "The configuration value 'Plugins:tests.runtime:Level' cannot be read as Int32. "
                + "The configuration value 'Plugins:tests.runtime:Ports:http' cannot be read as Int32. "
                + "The configuration value 'Plugins:tests.runtime:Lines:0:Text' is required. "
                + "The configuration value 'Plugins:tests.runtime:Lines:1:Text' is required.",
            unusable.Message
        );
        Assert.All(host.Log.Entries, entry => Assert.DoesNotContain(Canary, entry.Everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_are_checked_at_the_start_at_every_depth()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(Root + "Level", "10"), (Root + "Tenants:acme:Name", "much too long")]
        );

        var unusable = Assert.Single(host.Log.Named("ConfigurationUnusable"));
        Assert.Contains(
            "'Plugins:tests.runtime:Level' is not valid: The field Level must be between 1 and 9.",
            unusable.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("'Plugins:tests.runtime:Tenants:acme:Name' is not valid: ", unusable.Message, StringComparison.Ordinal);
        await host.GetAsync("/config").IsAsync(200);
        var failure = Assert.Throws<FormatException>(() => Config(host));
        Assert.Contains("'Plugins:tests.runtime:Level' is not valid", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hidden", "Hidden", "10", "between 1 and 9")]
    [InlineData("Nested:Names", "Nested:Names:3", "d", "maximum length of '3'")]
    public async Task Rules_of_internal_properties_and_classes_are_checked_too(string path, string setting, string value, string problem)
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (Root + "Nested:Names:0", "a"),
                (Root + "Nested:Names:1", "b"),
                (Root + "Nested:Names:2", "c"),
                (Root + setting, value),
            ]
        );

        var unusable = Assert.Single(host.Log.Named("ConfigurationUnusable"));
        Assert.Contains($"'Plugins:tests.runtime:{path}' is not valid: ", unusable.Message, StringComparison.Ordinal);
        Assert.Contains(problem, unusable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_breaks_a_rule_is_rejected_when_it_is_made_and_the_old_value_stays()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Root + "Level", "2"));

        host.Configuration.Change((Root + "Level", "10"), (Root + "Ports:http", "80"));

        var rejected = Assert.Single(host.Log.Named("ConfigurationRejected"));
        Assert.Contains("'Plugins:tests.runtime:Level' is not valid", rejected.Message, StringComparison.Ordinal);
        Assert.StartsWith("2|||||", Config(host).Show(), StringComparison.Ordinal);

        host.Configuration.Change((Root + "Level", "3"));
        Assert.StartsWith("3||||http=80|", Config(host).Show(), StringComparison.Ordinal);
        Assert.Single(host.Log.Named("ConfigurationRejected"));
    }

    [Fact]
    public async Task A_secret_that_is_removed_goes_at_once_even_when_the_change_is_rejected()
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (Root + "Level", "2"),
                (Root + "ApiKey", "a"),
                (Root + "Tenants:acme:Name", "Acme"),
                (Root + "Tenants:acme:Key", "b"),
                (Root + "Tenants:acme:OldKeys:0", "c"),
                (Root + "Tenants:other:Key", "d"),
            ]
        );
        var before = Config(host);

        host.Configuration.Change(
            (Root + "Level", "10"),
            (Root + "ApiKey", null),
            (Root + "Tenants:acme:Key", "renewed"),
            (Root + "Tenants:acme:OldKeys:0", null),
            (Root + "Tenants:acme:Name", null),
            (Root + "Tenants:other:Key", null)
        );

        var after = Config(host);
        Assert.Equal(before.Show(), after.Show());
        Assert.Null(after.ApiKey);
        Assert.Equal(("renewed", 0), (after.Tenants["acme"].Key, after.Tenants["acme"].OldKeys.Length));
        Assert.Null(after.Tenants["other"].Key);
        Assert.Equal("a", before.ApiKey);
    }

    [Fact]
    public async Task The_text_of_a_configuration_hides_its_secrets()
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (Root + "ApiKey", Canary),
                (Root + "Level", "2"),
                (Root + "Tenants:acme:Name", "Acme"),
                (Root + "Tenants:acme:Key", Canary),
                (Root + "Tenants:acme:OldKeys:0", Canary),
            ]
        );
        var config = Config(host);

        Assert.StartsWith("RichConfig { ApiKey = ***, Level = 2, ", config.ToString(), StringComparison.Ordinal);
        Assert.Equal("TenantConfig { Key = ***, OldKeys = ***, Name = Acme }", config.Tenants["acme"].ToString());
    }

    private static RichConfig Config(WebhookHost host) => host.App.Services.GetRequiredService<IPluginConfig<RichConfig>>().Current;
}
