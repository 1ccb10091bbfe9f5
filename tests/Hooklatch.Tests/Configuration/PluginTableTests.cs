using Hooklatch.Hosting;
using Hooklatch.TestKit.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Configuration;

/// <summary>One entry for each plugin when the host starts: a table that a person reads at a glance, whatever the plugin is called.</summary>
public sealed class PluginTableTests
{
    private const string Base = "https://hooks.example.com";
    private const string Section = "Plugins:tests.reported:";

    [Fact]
    public async Task Each_webhook_is_a_row_in_columns_below_the_URL_that_all_share()
    {
        await using var host = await StartAsync(
            new ReportedPlugin("Reported", "/b") { ByToken = ["/a/longer/path"], ByRoute = ["/items", "/items/{id}"] }
        );

        Assert.Equal(
            [
                $"Plugin tests.reported: Reported, 2 webhook(s) at {Base}/api/plugin/tests.reported/webhook",
                "  POST  /a/longer/path  token in X-Token     needs secret",
                "  POST  /b              unverified (a test)  ready",
                $"  2 route(s) at {Base}/plugins/tests.reported",
                "  GET  /items",
                "  GET  /items/{id}",
            ],
            Lines(host)
        );
    }

    [Fact]
    public async Task What_needs_a_secret_is_ready_once_that_is_configured()
    {
        await using var host = await StartAsync(new ReportedPlugin("Reported") { ByToken = ["/a"] }, (Section + "Token", "s3cr3t"));

        Assert.Equal("  POST  /a  token in X-Token  ready", Lines(host)[1]);
        Assert.Empty(host.Log.Named("MissingSecret"));
        Assert.Empty(host.Log.Mentions("s3cr3t"));
    }

    [Fact]
    public async Task An_exact_URL_for_an_endpoint_that_has_many_is_no_public_URL()
    {
        await using var host = await StartAsync(
            new ReportedPlugin("Reported", "/shops/{shop}"),
            (Section + "PublicUrls:/shops/{shop}", Base + "/shops/one")
        );

        Assert.EndsWith("  needs public URL", Lines(host)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_of_the_hosts_own_is_a_row_with_its_full_URL()
    {
        await using var host = await StartAsync(new ReportedPlugin("Reported", "/a"), (Section + "Paths:/a", "/hooks/a"));

        Assert.Equal(
            [
                $"  POST  {"/a".PadRight($"{Base}/hooks/a".Length)}  unverified (a test)  ready",
                $"  POST  {Base}/hooks/a  unverified (a test)  ready",
            ],
            Lines(host)[1..]
        );
    }

    [Fact]
    public async Task Thirty_webhooks_are_listed()
    {
        await using var host = await StartAsync(new ReportedPlugin("Reported", Paths(30)));

        Assert.Equal(31, Lines(host).Length);
    }

    [Fact]
    public async Task More_than_thirty_are_counted_with_how_to_see_them()
    {
        await using var host = await StartAsync(
            new ReportedPlugin("Reported", Paths(12)) { ByToken = Paths(118, "/t"), ByRoute = Paths(31) }
        );

        const string See = "--Logging:LogLevel:Hooklatch.Hosting.StartupReport=Debug lists them.";
        Assert.Equal(
            ["  130 webhooks: 12 ready, 118 lack a secret. " + See, $"  31 route(s) at {Base}/plugins/tests.reported", "  " + See],
            Lines(host)[1..]
        );
        Assert.Empty(host.Log.Named("Webhook"));
    }

    [Fact]
    public async Task What_the_line_names_does_list_them()
    {
        await using var host = await StartAsync(
            new ReportedPlugin("Reported", Paths(31)) { ByRoute = Paths(31) },
            ("Logging:LogLevel:Hooklatch.Hosting.StartupReport", "Debug")
        );

        Assert.Equal((31, 31), (host.Log.Named("Webhook").Count(), host.Log.Named("Route").Count()));
    }

    [Fact]
    public async Task A_console_lists_them_too_and_its_address_is_the_last_that_is_said()
    {
        await using var host = await StartAsync(
            new ReportedPlugin("Reported", Paths(31)) { ByToken = ["/t"] },
            new Console("http://localhost:8080/hooklatch"),
            ("Hooklatch:Typo", "1")
        );

        Assert.Contains(" The console lists them, and so does --Logging:", Lines(host)[1], StringComparison.Ordinal);
        string[] said =
        [
            .. host
                .Log.Own.Select(entry => entry.Event)
                .Where(name => name is "Plugin" or "MissingSecret" or "UnknownKeys" or "ConsoleAddress"),
        ];
        Assert.Equal(["Plugin", "MissingSecret", "UnknownKeys", "ConsoleAddress"], said);
        Assert.Equal("Console: http://localhost:8080/hooklatch", Assert.Single(host.Log.Named("ConsoleAddress")).Message);
    }

    [Fact]
    public async Task A_console_without_an_address_is_not_mentioned()
    {
        await using var host = await StartAsync(new ReportedPlugin("Reported", Paths(31)), new Console(null));

        Assert.DoesNotContain("console", Lines(host)[1], StringComparison.Ordinal);
        Assert.Empty(host.Log.Named("ConsoleAddress"));
    }

    [Theory]
    [InlineData("a\nb", @"a\u000Ab")]
    [InlineData("a\r\nPlugin dev.admin: Forged", @"a\u000D\u000APlugin dev.admin: Forged")]
    [InlineData("\u001b[2J", @"\u001B[2J")]
    [InlineData("\u202Eevil\u2028x", @"\u202Eevil\u2028x")]
    public async Task A_name_or_a_reason_cannot_break_a_line(string text, string shown)
    {
        await using var host = await StartAsync(new ReportedPlugin(text, "/a") { Reason = text });

        var lines = Lines(host);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"Plugin tests.reported: {shown}, 1 webhook(s)", lines[0], StringComparison.Ordinal);
        Assert.Equal($"  POST  /a  unverified ({shown})  ready", lines[1]);
    }

    [Fact]
    public async Task A_text_without_end_is_cut_and_moves_no_other_row()
    {
        await using var host = await StartAsync(
            new ReportedPlugin(new string('n', 5000), "/a") { Reason = new string('r', 5000), ByToken = ["/b"] }
        );

        var lines = Lines(host);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 400));
        Assert.InRange(lines[2].Length, 0, 90);
    }

    [Fact]
    public async Task One_warning_names_the_endpoints_that_lack_a_secret_with_its_setting()
    {
        await using var host = await StartAsync(new ReportedPlugin("Reported", "/ready") { ByToken = ["/a", "/b"] });

        var warning = Assert.Single(host.Log.Named("MissingSecret"));

        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Equal($"2 endpoint(s) answer 500 until a secret is configured: {Section}Token (/a, /b).", warning.Message);
    }

    [Fact]
    public async Task However_many_lack_a_secret_the_warning_is_one_line_and_says_how_to_see_all()
    {
        await using var host = await StartAsync(
            new ReportedPlugin("Reported") { ByToken = Paths(500, "/a/rather/long/path/of/an/endpoint/") },
            ("Logging:LogLevel:Hooklatch.Hosting.KeysReport", "Debug")
        );

        var warning = Assert.Single(host.Log.Named("MissingSecret"));

        Assert.InRange(warning.Message.Length, 1, 500);
        Assert.EndsWith(
            "and 488 more, which --Logging:LogLevel:Hooklatch.Hosting.KeysReport=Debug names.",
            warning.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(500, host.Log.Named("EndpointLacksSecret").Count());
    }

    private static string[] Paths(int count, string prefix = "/p") => [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i:000}")];

    private static string[] Lines(TestHost host) => Assert.Single(host.Log.Named("Plugin")).Message.Split(Environment.NewLine);

    private static Task<TestHost> StartAsync(ReportedPlugin plugin, params (string Path, string? Value)[] settings) =>
        StartAsync(plugin, null, settings);

    private static Task<TestHost> StartAsync(ReportedPlugin plugin, Console? console, params (string Path, string? Value)[] settings) =>
        TestHost.StartAsync(
            new TestHostSetup
            {
                Settings = [("Hooklatch:PublicUrl", Base), .. settings],
                Configure = builder =>
                {
                    if (console is not null)
                    {
                        builder.Services.AddSingleton<IConsoleAddress>(console);
                    }

                    builder.Services.AddHooklatch(builder.Configuration, plugin);
                },
                Use = app => app.MapHooklatch(),
            }
        );

    private sealed record Console(string? Address) : IConsoleAddress;
}
