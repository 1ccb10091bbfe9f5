using Hooklatch.Hosting;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hooklatch.Tests.Configuration;

/// <summary>Where a secret may come from: each place is seen to verify a delivery, and nothing of it is logged.</summary>
public sealed class SecretSourceTests
{
    private const string Canary = "from-elsewhere-91c4";

    [Fact]
    public async Task A_directory_with_one_file_for_each_secret()
    {
        using var directory = new TemporaryFolder();
        directory.Write("Plugins__tests.runtime__GitHubSecret", Canary + "\n");

        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:SecretsDirectory", directory.Path));

        await VerifiesAsync(host);
    }

    [Fact]
    public async Task A_directory_that_code_names()
    {
        using var directory = new TemporaryFolder();
        directory.Write("Plugins__tests.runtime__GitHubSecret", Canary);

        await using var host = await WebhookHost.StartAsync(builder =>
            builder.AddHooklatch(options => options.SecretsDirectory = directory.Path)
        );

        await VerifiesAsync(host);
    }

    [Fact]
    public async Task A_directory_that_does_not_exist_stops_the_host_and_its_setting_is_named()
    {
        using var directory = new TemporaryFolder();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(settings: ("Hooklatch:SecretsDirectory", directory.PathOf("none")))
        );

        Assert.StartsWith("Hooklatch:SecretsDirectory must be a directory that exists", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_named_too_late_stops_the_host()
    {
        using var directory = new TemporaryFolder();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(builder =>
                builder.Services.Configure<HooklatchOptions>(options => options.SecretsDirectory = directory.Path)
            )
        );

        Assert.StartsWith("Hooklatch:SecretsDirectory must be set in the configuration", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_host_itself_reads_by_key()
    {
        using var directory = new TemporaryFolder();
        directory.Write("Plugins__tests__runtime__RotatingSecrets__0", "unused");
        directory.Write("Plugins__tests.runtime__GitHubSecret", Canary);

        await using var host = await WebhookHost.StartAsync(builder =>
            builder.Configuration.AddKeyPerFile(directory.Path, optional: false)
        );

        await VerifiesAsync(host);
    }

    [Fact]
    public async Task User_secrets()
    {
        using var directory = new TemporaryFolder();
        directory.Write(
            "Microsoft/UserSecrets/hooklatch-tests/secrets.json",
            $$"""{ "Plugins": { "tests.runtime": { "GitHubSecret": "{{Canary}}" } } }"""
        );
        // Where the framework looks first, on every system.
        Environment.SetEnvironmentVariable("APPDATA", directory.Path);

        await using var host = await WebhookHost.StartAsync(builder => builder.Configuration.AddUserSecrets("hooklatch-tests"));

        await VerifiesAsync(host);
    }

    [Fact]
    public async Task The_environment()
    {
        Environment.SetEnvironmentVariable("HOOKLATCH_SECRET_TESTS_Plugins__tests.runtime__GitHubSecret", Canary);

        await using var host = await WebhookHost.StartAsync(builder =>
            builder.Configuration.AddEnvironmentVariables("HOOKLATCH_SECRET_TESTS_")
        );

        await VerifiesAsync(host);
    }

    private static async Task VerifiesAsync(WebhookHost host)
    {
        await host.PostSignedAsync("{}", Canary).IsAsync(200);
        await host.PostSignedAsync("{}").IsProblemAsync(403, "Invalid signature");
        Assert.All(host.Log.Entries, entry => Assert.DoesNotContain(Canary, entry.Everything, StringComparison.Ordinal));
    }
}
