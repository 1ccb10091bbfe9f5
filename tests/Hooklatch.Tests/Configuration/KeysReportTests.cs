using Hooklatch.Hosting;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Configuration;

/// <summary>Keys that are configured and cannot be read, at the start and after a change.</summary>
public sealed class KeysReportTests
{
    private const string Broken = "not hexadecimal!!";
    private const string Setting = WebhookHost.Settings + nameof(GateConfig.EncodedKeys);

    [Fact]
    public async Task A_key_that_cannot_be_read_is_an_error_that_names_setting_endpoint_and_reason()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Setting, Broken));

        var entries = Unreadable(host);

        Assert.NotEmpty(entries);
        Assert.All(
            entries,
            entry =>
            {
                Assert.Equal(LogLevel.Error, entry.Level);
                Assert.Contains("(key 1 of the setting)", entry.Message, StringComparison.Ordinal);
                Assert.Contains(" answers 500 until it is put right.", entry.Message, StringComparison.Ordinal);
            }
        );
        Assert.Contains(entries, entry => (string)entry.Fields["Form"]! == "hexadecimal digits");
        Assert.DoesNotContain(host.Log.Named("EndpointLacksSecret"), entry => entry.Message.Contains(Setting, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Message.Contains(Broken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_of_several_keys_is_told_by_its_place()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(Setting, null), (Setting + ":0", "00112233445566778899aabbccddeeff"), (Setting + ":1", Broken)]
        );

        Assert.All(Unreadable(host), entry => Assert.Contains("(key 2 of the setting)", entry.Message, StringComparison.Ordinal));
        Assert.Contains(Unreadable(host), entry => entry.Message.EndsWith(" verifies with its other keys.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_is_looked_at_and_told_once()
    {
        await using var host = await WebhookHost.StartAsync();
        Assert.Empty(Unreadable(host));

        host.Configuration.Change((Setting, Broken));

        await ReportingAsync(host);

        var count = Unreadable(host).Length;
        Assert.NotEqual(0, count);
        host.Configuration.Change(("Unrelated", "changed"));
        await ReportingAsync(host);
        Assert.Equal(count, Unreadable(host).Length);
    }

    [Fact]
    public async Task A_secret_that_a_change_removes_is_told()
    {
        await using var host = await WebhookHost.StartAsync();

        host.Configuration.Change((WebhookHost.Settings + nameof(TestConfig.RotatingSecrets), null));

        await ReportingAsync(host);
        Assert.Contains(host.Log.Named("MissingSecret"), entry => entry.Message.Contains("RotatingSecrets", StringComparison.Ordinal));
    }

    /// <summary>What is configured as <c>Plugins:tests:runtime</c>, as shells that reject dots do, has the same name.</summary>
    [Fact]
    public async Task A_setting_has_one_name_wherever_it_is_configured()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Plugins:tests:runtime:Number", "many"));

        var entry = Assert.Single(host.Log.Named("ConfigurationUnusable"));

        Assert.Contains("'Plugins:tests.runtime:Number'", entry.Message, StringComparison.Ordinal);
    }

    /// <summary>The keys of other settings are of several kinds, which no endpoint reads all of.</summary>
    private static LogEntry[] Unreadable(WebhookHost host) =>
        [.. host.Log.Named("SecretUnreadable").Where(entry => Equals(entry.Fields["Setting"], Setting))];

    private static Task ReportingAsync(WebhookHost host) =>
        host.App.Services.GetServices<IHostedService>().OfType<KeysReport>().Single().Reporting;

    [Fact]
    public async Task Tenants_keys_that_cannot_be_read_are_told_without_the_tenant()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Tenants.Secrets["acme"] = [Broken];

        await host.PostAsync("/encoded/acme", "{}", ("X-Signature", new string('0', 64)));

        var entry = await host.Log.FirstAsync("TenantSecretUnreadable");
        Assert.Equal((LogLevel.Error, "/encoded/{tenant}"), (entry.Level, entry.Fields["Endpoint"]));
        Assert.DoesNotContain("acme", entry.Message, StringComparison.Ordinal);
    }
}
