using Hooklatch.Storage;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hooklatch.Tests.Operation;

/// <summary>A directory that large bodies cannot be written to: said in the log and by the health check, and over as soon as it can.</summary>
public sealed class SpoolStorageTests : IDisposable
{
    private static readonly string Large = $"{{\"a\":\"{new string('x', 2 << 20)}\"}}";

    private readonly TemporaryFolder _folder = new();

    private string Spool => _folder.PathOf("spool");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "it does not exist")]
    [InlineData(true, "it is a file")]
    public async Task It_is_an_error_with_path_and_cause_and_ends_by_itself(bool isFile, string cause)
    {
        await using var host = await StartAsync();
        await host.PostSignedAsync(Large).IsAsync(200);
        Break(isFile);

        await host.PostSignedAsync(Large).IsProblemAsync(503, null);

        var failure = Assert.Single(host.Log.Named("SpoolFailed"));
        Assert.Equal(LogLevel.Error, failure.Level);
        Assert.StartsWith(
            $"No body can be written to {Spool} (Hooklatch:SpoolDirectory): {cause}.",
            failure.Message,
            StringComparison.Ordinal
        );
        var rejected = Assert.Single(host.Log.Named("DeliveryRejected"));
        Assert.Equal(
            (
                LogLevel.Error,
                "A delivery to tests.runtime/github was rejected: 503 The body could not be written to Hooklatch:SpoolDirectory"
            ),
            (rejected.Level, rejected.Message)
        );
        var health = await HealthAsync(host);
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Equal($"Hooklatch:SpoolDirectory cannot be written to: {cause}", health.Entries["hooklatch_storage"].Description);

        File.Delete(Spool);
        Directory.CreateDirectory(Spool);

        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(host)).Status);
        Assert.Single(host.Log.Named("SpoolMended"));
        await host.PostSignedAsync(Large).IsAsync(200);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    [Fact]
    public async Task What_a_sender_brings_about_is_logged_once_a_minute()
    {
        await using var host = await StartAsync();
        Break(isFile: false);

        for (var i = 0; i < 5; i++)
        {
            await host.PostSignedAsync(Large).IsAsync(503);
        }

        Assert.Single(host.Log.Named("SpoolFailed"));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.PostSignedAsync(Large).IsAsync(503);
        Assert.EndsWith(
            "It failed 4 more times since this was logged last.",
            host.Log.Named("SpoolFailed").Last().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_small_body_needs_no_directory_and_its_next_success_says_that_it_is_mended()
    {
        await using var host = await StartAsync();
        Break(isFile: false);
        await host.PostSignedAsync(Large).IsAsync(503);

        await host.PostSignedAsync("{}").IsAsync(200);
        Assert.Empty(host.Log.Named("SpoolMended"));
        Directory.CreateDirectory(Spool);
        await host.PostSignedAsync(Large).IsAsync(200);

        Assert.Single(host.Log.Named("SpoolMended"));
    }

    [Fact]
    public async Task Health_notices_before_a_delivery_does()
    {
        await using var host = await StartAsync();
        Break(isFile: false);

        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(host)).Status);
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(host)).Status);

        Assert.Single(host.Log.Named("SpoolFailed"));
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_not_healthy()
    {
        var data = _folder.PathOf("data");
        await using var host = await StartAsync(("Hooklatch:DataDirectory", data));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(host)).Status);
        await File.WriteAllTextAsync(data, "in the way", TestContext.Current.CancellationToken);

        var health = await HealthAsync(host);

        Assert.Equal("Hooklatch:DataDirectory cannot be written to: it is a file", health.Entries["hooklatch_storage"].Description);
        var storage = host.App.Services.GetRequiredKeyedService<IPluginStorage>("tests.runtime");
        var error = Assert.Throws<IOException>(() => storage.PathOf("file"));
        Assert.Contains("below Hooklatch:DataDirectory could not be created: it is a file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SpoolDirectory", "missing", "must be a directory that exists and that the host can write to, but it does not exist")]
    [InlineData("SpoolDirectory", "file", "must be a directory that exists and that the host can write to, but it is a file")]
    [InlineData("SpoolDirectory", "file/below", "must be a directory that exists and that the host can write to, but it does not exist")]
    [InlineData("DataDirectory", "file", "must be a directory that the host can write to or create, but it is a file")]
    [InlineData("DataDirectory", "file/below", "must be a directory that the host can write to or create, but of the nearest directory")]
    [InlineData("SecretsDirectory", "missing", "must be a directory that exists when AddHooklatch() is called, but it does not exist")]
    [InlineData("SecretsDirectory", "file", "must be a directory that exists when AddHooklatch() is called, but it is a file")]
    public async Task At_the_start_the_setting_is_named(string setting, string path, string problem)
    {
        _folder.Write("file", "");

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(settings: ($"Hooklatch:{setting}", _folder.PathOf(path)))
        );

        Assert.StartsWith($"Hooklatch:{setting} {problem}", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_at_the_start_names_the_setting_and_the_file()
    {
        File.CreateSymbolicLink(_folder.PathOf("Plugins__a.b__Secret"), _folder.PathOf("nowhere"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            WebhookHost.StartAsync(settings: ("Hooklatch:SecretsDirectory", _folder.Path))
        );

        Assert.Equal(
            "Hooklatch:SecretsDirectory must be a directory whose files the host can read, but the file Plugins__a.b__Secret cannot be read (what it links to does not exist)",
            failure.Message
        );
    }

    [Theory]
    [InlineData(28)]
    [InlineData(30)]
    [InlineData(122)]
    public void The_system_s_own_error_is_the_cause(int number)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The numbers are those of Unix.");
        var error = new IOException($"Something : '{_folder.Path}'", number);

        var cause = DirectoryProbe.CauseOf(_folder.Path, error);

        Assert.Equal(System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(number), cause);
        Assert.DoesNotContain(_folder.Path, cause, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_probed_is_left_as_it_was()
    {
        Assert.Null(DirectoryProbe.TryWrite(_folder.Path, 100_000));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_host_without_health_checks_has_none()
    {
        await using var host = await WebhookHost.StartAsync();

        Assert.Null(host.App.Services.GetService<HealthCheckService>());
    }

    private static Task<HealthReport> HealthAsync(WebhookHost host) =>
        host
            .App.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Tags.Contains("ready"), TestContext.Current.CancellationToken);

    private Task<WebhookHost> StartAsync(params (string, string?)[] settings)
    {
        Directory.CreateDirectory(Spool);
        // Called twice, as a host and a library may.
        return WebhookHost.StartAsync(
            builder =>
            {
                builder.AddHooklatch();
                builder.Services.AddHealthChecks();
            },
            settings: [("Hooklatch:SpoolDirectory", Spool), .. settings]
        );
    }

    private void Break(bool isFile)
    {
        Directory.Delete(Spool);
        if (isFile)
        {
            File.WriteAllText(Spool, "");
        }
    }
}
