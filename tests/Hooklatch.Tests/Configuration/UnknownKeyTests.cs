using Hooklatch.Hosting;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Configuration;

/// <summary>Keys below <c>Hooklatch:</c> and <c>Plugins:</c> that nothing reads.</summary>
public sealed class UnknownKeyTests
{
    private const string Strict = "Plugins:tests.strict:";
    private const string Canary = "canary-7f3a";

    [Fact]
    public async Task What_is_read_is_not_told()
    {
        await using var host = await StartAsync(
            ("Hooklatch:trustedproxies:0", "10.0.0.0/8"),
            (Strict + "enabled", "true"),
            (Strict + "PublicUrl", "https://a.example"),
            (Strict + "NAME", "a"),
            (Strict + "Numbers:0", "1"),
            (Strict + "Numbers:7", "2"),
            (Strict + "Shop:Street", "a"),
            (Strict + "Shops:any name:Street", "a"),
            (Strict + "Branches:0:street", "a"),
            (Strict + "Live:Keys:0", "a"),
            (WebhookHost.Settings + "PublicUrls:/rotating", "https://a.example/rotating"),
            (WebhookHost.Settings + "Nested:Depth", "2"),
            (WebhookHost.Settings + "Tenants:acme:OldKeys:0", "a"),
            (WebhookHost.Settings + "AlipayAppId", "1\n2"),
            ("Plugins:tests:strict:Name", "a"),
            ("Elsewhere:Unknown", "a")
        );

        Assert.Empty(Warnings(host));
    }

    [Fact]
    public async Task All_keys_that_nothing_reads_are_one_warning_with_the_nearest_of_the_known_and_no_value()
    {
        await using var host = await StartAsync(
            ("Hooklatch:DuplicateHours", Canary),
            ("Hooklatch:SecretCacheSeconds", Canary),
            ("Hooklatch:Zzz", Canary),
            ("Hooklatch:DisabledStatus:0", Canary),
            (Strict + "Nmae", Canary),
            (Strict + "Unheard", Canary)
        );

        var warning = Assert.Single(host.Log.Named("UnknownKeys"));

        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Equal(
            "The configuration has keys that nothing reads: "
                + "Hooklatch:DisabledStatus:0, "
                + "Hooklatch:DuplicateHours (did you mean DuplicateRetention?), "
                + "Hooklatch:SecretCacheSeconds (did you mean SecretCacheDuration?), "
                + "Hooklatch:Zzz, "
                + "Plugins:tests.strict:Nmae (did you mean Name?), "
                + "Plugins:tests.strict:Unheard",
            warning.Message
        );
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Everything.Contains(Canary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Shop:Stret", "Plugins:tests.strict:Shop:Stret (did you mean Street?)")]
    [InlineData("Shops:a:Stret", "Plugins:tests.strict:Shops:a:Stret (did you mean Street?)")]
    [InlineData("Branches:1:Stret", "Plugins:tests.strict:Branches:1:Stret (did you mean Street?)")]
    [InlineData("Branch:1:Street", "Plugins:tests.strict:Branch (did you mean Branches?)")]
    [InlineData("Name:First", "Plugins:tests.strict:Name:First")]
    [InlineData("Live:Key", "Plugins:tests.strict:Live:Key (did you mean Keys?)")]
    [InlineData("Live:Keys:0:More", null)]
    public async Task A_key_is_looked_for_at_its_own_depth(string key, string? told)
    {
        await using var host = await StartAsync((Strict + key, "a"));
        Assert.Equal(told is null ? [] : [told], Warnings(host));
    }

    [Theory]
    [InlineData("Plugins:tests.strickt:Name", "Plugins:tests.strickt (did you mean tests.strict?)")]
    [InlineData("Plugins:tests:strickt:Name", "Plugins:tests:strickt (did you mean strict?)")]
    [InlineData("Plugins:tests:strict:Nmae", "Plugins:tests:strict:Nmae (did you mean Name?)")]
    [InlineData("Plugins:somebody.else:Name", "Plugins:somebody.else")]
    public async Task A_plugin_that_the_host_does_not_have_is_told_as_a_whole(string key, string told)
    {
        await using var host = await StartAsync((key, "a"));
        Assert.Equal([told], Warnings(host));
    }

    [Fact]
    public async Task A_plugin_whose_own_code_reads_the_configuration_is_told_only_of_what_is_nearly_a_setting()
    {
        await using var host = await StartAsync(
            (WebhookHost.Settings + "OfItsOwn", "a"),
            (WebhookHost.Settings + "Greting", "a"),
            (WebhookHost.Settings + "Enabeld", "a"),
            (WebhookHost.Settings + "Nested:OfItsOwn", "a"),
            (WebhookHost.Settings + "PublicUrls:/rotatin", "a")
        );

        Assert.Equal(
            [
                "Plugins:tests.runtime:Enabeld (did you mean Enabled?)",
                "Plugins:tests.runtime:Greting (did you mean Greeting?)",
                "Plugins:tests.runtime:Nested:OfItsOwn",
                "Plugins:tests.runtime:PublicUrls:/rotatin (did you mean /rotating?)",
            ],
            Warnings(host)
        );
    }

    [Fact]
    public async Task What_comes_from_the_environment_counts_in_any_case()
    {
        Environment.SetEnvironmentVariable("HOOKLATCH_KEY_TESTS_PLUGINS__TESTS.STRICT__NMAE", "a");
        await using var host = await WebhookHost.StartAsync(builder =>
        {
            builder.Configuration.AddEnvironmentVariables("HOOKLATCH_KEY_TESTS_");
            builder.Services.AddHooklatch(builder.Configuration, new StrictPlugin());
        });

        Assert.Equal(["Plugins:TESTS.STRICT:NMAE (did you mean Name?)"], Warnings(host));
    }

    [Fact]
    public async Task After_a_change_only_what_is_new_is_told_and_again_what_was_put_right_meanwhile()
    {
        await using var host = await StartAsync((Strict + "Nmae", "a"));
        host.Log.Forget();

        await ChangeAsync(host, (Strict + "Nmae", "b"), (Strict + "Name", "a"));
        Assert.Empty(Warnings(host));

        await ChangeAsync(host, (Strict + "Shops:a:Stret", "a"), (Strict + "Shops:a:Street", "a"));
        Assert.Equal(["Plugins:tests.strict:Shops:a:Stret (did you mean Street?)"], Warnings(host));
        host.Log.Forget();

        await ChangeAsync(host, (Strict + "Nmae", null));
        Assert.Empty(Warnings(host));

        await ChangeAsync(host, (Strict + "Nmae", "a"));
        Assert.Equal(["Plugins:tests.strict:Nmae (did you mean Name?)"], Warnings(host));
    }

    [Fact]
    public async Task Of_many_keys_twenty_are_named()
    {
        await using var host = await StartAsync([.. Enumerable.Range(10, 25).Select(i => ($"Hooklatch:Zz{i}", (string?)"a"))]);

        var told = Warnings(host);

        Assert.Equal(20, told.Length);
        Assert.Equal("Hooklatch:Zz29 and 5 more", told[^1]);
    }

    [Fact]
    public async Task Nothing_is_told_of_a_plugin_whose_configuration_object_cannot_be_built()
    {
        await using var host = await StartAsync((Strict + "Name", "unlucky"), (Strict + "Nmae", "a"));

        Assert.Empty(Warnings(host));
        Assert.Single(host.Log.Named("ConfigurationUnusable"));
    }

    private static Task<WebhookHost> StartAsync(params (string Path, string? Value)[] settings) =>
        WebhookHost.StartAsync(builder => builder.Services.AddHooklatch(builder.Configuration, new StrictPlugin()), settings: settings);

    private static Task ChangeAsync(WebhookHost host, params (string Path, string? Value)[] settings)
    {
        host.Configuration.Change(settings);
        return host.App.Services.GetServices<IHostedService>().OfType<UnknownKeysReport>().Single().Reporting;
    }

    private static string[] Warnings(WebhookHost host) =>
        [.. host.Log.Named("UnknownKeys").SelectMany(entry => ((string)entry.Fields["Keys"]!).Split(", "))];
}
