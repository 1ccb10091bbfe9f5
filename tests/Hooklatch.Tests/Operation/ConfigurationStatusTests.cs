using Hooklatch.Configuration;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Ini;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Configuration.Xml;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Operation;

/// <summary>A source of the configuration that changes and cannot be read: said in the log, by a service and by the health check.</summary>
public sealed class ConfigurationStatusTests
{
    private const string Canary = "canary7f3a9c0d";

    public static TheoryData<string, string, string, string> Malformed =>
        new()
        {
            { "json", "{}", "{\n  \"a\": \"" + Canary + "\",\n  \"b\" }", "it is not valid JSON: line 3, position 7" },
            { "json", "{}", "{ \"a\": " + Canary + " }", "it is not valid JSON: line 1, position 8" },
            { "json", "{}", "", "it is not valid JSON: line 1, position 1" },
            { "json", "{}", "[\"" + Canary + "\"]", "it cannot be parsed (FormatException)" },
            { "json", "{}", "{ \"a\": 1, \"A\": 2 }", "it cannot be parsed (FormatException)" },
            { "xml", "<a/>", "<a>\n<b>" + Canary + "</c></a>", "it is not valid XML: line 2, position 20" },
            { "ini", "a=b", "a=b\n" + Canary, "it cannot be parsed (FormatException)" },
            { "json", "{}", null!, "the host may not read it" },
            { "ini", "a=b", null!, "the host may not read it" },
        };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_file_that_cannot_be_read_is_an_error_until_it_can(string kind, string valid, string? malformed, string reason)
    {
        var files = new ChangingFiles();
        files.Write("settings", valid);
        await using var host = await StartAsync(SourceOf(kind, files));

        files.Write("settings", malformed);

        var stale = Assert.Single(Status(host).Stale);
        Assert.Equal(("settings", reason, host.Time.GetUtcNow()), (stale.Source, stale.Reason, stale.Since));
        var logged = Assert.Single(host.Log.Named("ConfigurationStale"));
        Assert.Equal(LogLevel.Error, logged.Level);
        Assert.StartsWith(
            $"The configuration in settings has changed and could not be read: {reason}.",
            logged.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Log.Mentions(Canary));
        var health = (await HealthAsync(host)).Entries["hooklatch_configuration"];
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal($"settings could not be read since {stale.Since:u}: {reason}", health.Description);

        files.Write("settings", valid);

        Assert.Empty(Status(host).Stale);
        Assert.Single(host.Log.Named("ConfigurationRead"));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(host)).Status);
    }

    [Fact]
    public async Task Since_when_is_said_of_the_first_failure_and_why_of_the_last()
    {
        var files = new ChangingFiles();
        files.Write("settings", "{}");
        await using var host = await StartAsync(SourceOf("json", files));
        var began = host.Time.GetUtcNow();
        files.Write("settings", "{");
        host.Time.Advance(TimeSpan.FromMinutes(5));

        files.Write("settings", "\n[");

        var stale = Assert.Single(Status(host).Stale);
        Assert.Equal(began, stale.Since);
        Assert.Equal(2, host.Log.Named("ConfigurationStale").Count());
        Assert.Contains("line 2", stale.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_removed_in_a_malformed_file_is_said_to_be_in_use_and_gone_once_it_is_corrected()
    {
        var files = new ChangingFiles();
        files.Write("settings", $$"""{ "Plugins": { "tests.runtime": { "GitHubSecret": "{{Canary}}" } } }""");
        await using var host = await StartAsync(SourceOf("json", files));
        await host.PostSignedAsync("{}", Canary).IsAsync(200);

        files.Write("settings", """{ "Plugins": { "tests.runtime": {  } }""");
        Assert.Single(Status(host).Stale);
        files.Write("settings", """{ "Plugins": { "tests.runtime": {  } } }""");

        Assert.Empty(Status(host).Stale);
        await host.PostSignedAsync("{ }", Canary).IsProblemAsync(403, "Invalid signature");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_deleted_is_said_to_be_gone_until_it_is_back(bool isOptional)
    {
        var files = new ChangingFiles();
        files.Write("settings", "{}");
        var source = SourceOf("json", files);
        ((FileConfigurationSource)source).Optional = isOptional;
        await using var host = await StartAsync(source);

        files.Delete("settings");

        Assert.Equal("it was deleted, and what it set is no longer configured", Assert.Single(Status(host).Stale).Reason);
        Assert.DoesNotContain("may stay in use", Assert.Single(host.Log.Named("ConfigurationStale")).Message, StringComparison.Ordinal);
        files.Write("settings", "{}");
        Assert.Empty(Status(host).Stale);
    }

    [Fact]
    public async Task A_file_that_never_was_is_none()
    {
        var files = new ChangingFiles();
        var source = SourceOf("json", files);
        ((FileConfigurationSource)source).Optional = true;
        await using var host = await StartAsync(source);

        files.Change();

        Assert.Empty(Status(host).Stale);
        Assert.Empty(host.Log.Named("ConfigurationStale"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_host_s_own_handler_is_asked_as_before(bool ignores)
    {
        var files = new ChangingFiles();
        files.Write("settings", "{}");
        var asked = 0;
        var source = (FileConfigurationSource)SourceOf("json", files);
        source.OnLoadException = context =>
        {
            asked++;
            context.Ignore = ignores;
        };
        await using (var host = await StartAsync(source))
        {
            files.Write("settings", "{");

            Assert.Equal(1, asked);
            Assert.Single(Status(host).Stale);
            files.Write("settings", "{}");
            Assert.Empty(Status(host).Stale);
        }
    }

    [Fact]
    public async Task A_directory_of_files_that_cannot_be_read_is_told_of()
    {
        var files = new ChangingFiles();
        files.Write("a", "1");
        await using var host = await StartAsync(
            new KeyPerFileConfigurationSource
            {
                FileProvider = files,
                ReloadOnChange = true,
                ReloadDelay = 0,
            }
        );

        files.Write("b", null);
        Assert.Equal("the host may not read it", Assert.Single(Status(host).Stale).Reason);
        files.Delete("b");
        Assert.Empty(Status(host).Stale);
        files.Write("A", "2");
        Assert.Equal("it cannot be parsed (ArgumentException)", Assert.Single(Status(host).Stale).Reason);
        files.Delete("A");
        files.Exists = false;
        files.Change();
        Assert.Equal("it does not exist", Assert.Single(Status(host).Stale).Reason);
    }

    [Fact]
    public async Task A_secret_whose_file_is_gone_is_gone_although_another_file_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Plugins__tests.runtime__GitHubSecret", Canary);
        await using var host = await StartAsync(source: null, ("Hooklatch:SecretsDirectory", folder.Path));
        await host.PostSignedAsync("{}", Canary).IsAsync(200);
        File.Delete(folder.PathOf("Plugins__tests.runtime__GitHubSecret"));
        File.CreateSymbolicLink(folder.PathOf("Plugins__tests.runtime__Token"), folder.PathOf("nowhere"));

        host.App.Services.GetRequiredService<SecretsDirectory>().Refresh();

        await host.PostSignedAsync("{ }", Canary).IsProblemAsync(403, "Invalid signature");
        var stale = Assert.Single(Status(host).Stale);
        Assert.Equal(
            (folder.Path, "the file Plugins__tests.runtime__Token cannot be read (what it links to does not exist)"),
            (stale.Source, stale.Reason)
        );
        File.Delete(folder.PathOf("Plugins__tests.runtime__Token"));
        host.App.Services.GetRequiredService<SecretsDirectory>().Refresh();
        Assert.Empty(Status(host).Stale);
    }

    [Fact]
    public async Task A_secrets_directory_that_is_gone_holds_no_secret()
    {
        var folder = Directory.CreateTempSubdirectory("hooklatch-secrets-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "Plugins__tests.runtime__GitHubSecret"),
            Canary,
            TestContext.Current.CancellationToken
        );
        await using var host = await StartAsync(source: null, ("Hooklatch:SecretsDirectory", folder.FullName));
        folder.Delete(recursive: true);

        host.App.Services.GetRequiredService<SecretsDirectory>().Refresh();

        Assert.Equal("it does not exist", Assert.Single(Status(host).Stale).Reason);
        await host.PostSignedAsync("{}", Canary).IsProblemAsync(403, "Invalid signature");
    }

    /// <summary>With the sources that a builder has by default, and the system's own watch of their files.</summary>
    [Fact]
    public async Task A_malformed_appsettings_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", "{}");
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = folder.Path, Args = ["--hostBuilder:reloadConfigOnChange=true"] }
        );
        using var log = new CapturedLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHooklatch();
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);

        folder.Write("appsettings.json", "{ \"Plugins\": ");

        Assert.Contains(folder.PathOf("appsettings.json"), (await log.FirstAsync("ConfigurationStale")).Message, StringComparison.Ordinal);
        Assert.Equal(
            folder.PathOf("appsettings.json"),
            Assert.Single(app.Services.GetRequiredService<IConfigurationStatus>().Stale).Source
        );
        folder.Write("appsettings.json", "{}");
        await log.FirstAsync("ConfigurationRead");
    }

    private static IConfigurationSource SourceOf(string kind, ChangingFiles files)
    {
        FileConfigurationSource source = kind switch
        {
            "json" => new JsonConfigurationSource(),
            "xml" => new XmlConfigurationSource(),
            _ => new IniConfigurationSource(),
        };
        (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) = (files, "settings", true, 0);
        return source;
    }

    private static IConfigurationStatus Status(WebhookHost host) => host.App.Services.GetRequiredService<IConfigurationStatus>();

    private static Task<HealthReport> HealthAsync(WebhookHost host) =>
        host
            .App.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Tags.Contains("ready"), TestContext.Current.CancellationToken);

    private static Task<WebhookHost> StartAsync(IConfigurationSource? source, params (string, string?)[] settings) =>
        WebhookHost.StartAsync(
            builder =>
            {
                builder.Services.AddHealthChecks();
                if (source is not null)
                {
                    ((IConfigurationBuilder)builder.Configuration).Add(source);
                }
            },
            settings: settings
        );
}
