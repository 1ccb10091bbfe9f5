using Hooklatch.Hosting;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hooklatch.Tests.Configuration;

/// <summary>The section <c>Hooklatch</c> and the delegate of <c>AddHooklatch()</c>.</summary>
public sealed class HostOptionsTests
{
    [Fact]
    public async Task Every_setting_is_the_property_of_its_name()
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                ("Hooklatch:PublicUrl", "https://hooks.example.com/behind"),
                ("Hooklatch:DisabledStatus", "503"),
                ("Hooklatch:MemoryBudget", "1048576"),
                ("Hooklatch:DiskBudget", "2097152"),
                ("Hooklatch:SpoolDirectory", AppContext.BaseDirectory),
                ("Hooklatch:MaxDuplicateEntries", "7"),
                ("Hooklatch:DuplicateRetention", "1.12:00:00"),
                ("Hooklatch:SecretCacheDuration", "00:00:05"),
                ("Hooklatch:TrustedProxies:0", "10.0.0.0/8"),
                ("Hooklatch:TrustedProxies:1", "192.0.2.1"),
                ("Hooklatch:HandshakeWindow", "2023-11-14T22:13:20Z"),
                ("Hooklatch:DataDirectory", "elsewhere"),
                ("Hooklatch:LifecycleTimeout", "00:00:10"),
                ("Hooklatch:Startup", "lenient"),
            ]
        );

        var options = host.App.Services.GetRequiredService<IOptions<HooklatchOptions>>().Value;

        Assert.Equal(new Uri("https://hooks.example.com/behind"), options.PublicUrl);
        Assert.Equal(503, options.DisabledStatus);
        Assert.Equal((1_048_576, 2_097_152, AppContext.BaseDirectory), (options.MemoryBudget, options.DiskBudget, options.SpoolDirectory));
        Assert.Equal((7, TimeSpan.FromHours(36)), (options.MaxDuplicateEntries, options.DuplicateRetention));
        Assert.Equal(TimeSpan.FromSeconds(5), options.SecretCacheDuration);
        Assert.Equal(["10.0.0.0/8", "192.0.2.1"], options.TrustedProxies);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), options.HandshakeWindow);
        Assert.Equal(("elsewhere", TimeSpan.FromSeconds(10)), (options.DataDirectory, options.LifecycleTimeout));
        Assert.Equal(StartupMode.Lenient, options.Startup);
        Assert.Empty(host.Log.Named("UnknownKeys"));
    }

    [Fact]
    public async Task A_delegate_counts_after_the_configuration_and_is_used()
    {
        await using var host = await WebhookHost.StartAsync(
            builder =>
                builder.AddHooklatch(options =>
                {
                    Assert.Equal(503, options.DisabledStatus);
                    options.DisabledStatus = 404;
                }),
            settings: [("Hooklatch:DisabledStatus", "503"), (WebhookHost.Settings + "Enabled", "false")]
        );

        await host.GetAsync("/any").IsProblemAsync(404, null);
    }

    [Fact]
    public async Task The_options_can_be_configured_as_any_others()
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.PostConfigure<HooklatchOptions>(options => options.DisabledStatus = 503),
            settings: (WebhookHost.Settings + "Enabled", "false")
        );

        await host.GetAsync("/any").IsProblemAsync(503, null);
    }

    [Fact]
    public void The_builder_holds_the_services_and_the_configuration()
    {
        var builder = WebApplication.CreateSlimBuilder();

        var hooklatch = builder.AddHooklatch().AddWebhookKeyFetching();

        Assert.Same(builder.Services, hooklatch.Services);
        Assert.Same(builder.Configuration, hooklatch.Configuration);
        Assert.Contains(builder.Services, service => service.ServiceType == typeof(Hooklatch.Verification.Keys.IKeyFetcher));
    }

    [Theory]
    [InlineData("PublicUrl", "hooks.example.com", "an absolute http or https URL, such as https://hooks.example.com")]
    [InlineData("PublicUrl", "ftp://example.com", "an absolute http or https URL, such as https://hooks.example.com")]
    [InlineData("DisabledStatus", "410", "404 or 503")]
    [InlineData("Startup", "Relaxed", "Strict or Lenient")]
    [InlineData("Startup", "1", "Strict or Lenient")]
    [InlineData("DisabledStatus", "none", "404 or 503")]
    [InlineData("MemoryBudget", "0", "a whole number of bytes from 1 to 9223372036854775807, such as 268435456 (256 MiB)")]
    [InlineData("MemoryBudget", "256 MiB", "a whole number of bytes from 1 to 9223372036854775807, such as 268435456 (256 MiB)")]
    [InlineData(
        "MemoryBudget",
        "9223372036854775808",
        "a whole number of bytes from 1 to 9223372036854775807, such as 268435456 (256 MiB)"
    )]
    [InlineData("DiskBudget", "-1", "a whole number of bytes from 1 to 9223372036854775807, such as 4294967296 (4 GiB)")]
    [InlineData("DiskBudget", "1.5", "a whole number of bytes from 1 to 9223372036854775807, such as 4294967296 (4 GiB)")]
    [InlineData("MaxDuplicateEntries", "0", "a whole number of deliveries from 1 to 2147483647, such as 100000")]
    [InlineData("MaxDuplicateEntries", "-1", "a whole number of deliveries from 1 to 2147483647, such as 100000")]
    [InlineData("MaxDuplicateEntries", "3000000000", "a whole number of deliveries from 1 to 2147483647, such as 100000")]
    [InlineData("MaxDuplicateEntries", "many", "a whole number of deliveries from 1 to 2147483647, such as 100000")]
    [InlineData(
        "DuplicateRetention",
        "168",
        "a time of more than 0 and at most 365 days, written as hh:mm:ss or d.hh:mm:ss, such as 7.00:00:00 (7 days)"
    )]
    [InlineData(
        "DuplicateRetention",
        "365.00:00:01",
        "a time of more than 0 and at most 365 days, written as hh:mm:ss or d.hh:mm:ss, such as 7.00:00:00 (7 days)"
    )]
    [InlineData(
        "DuplicateRetention",
        "-1.00:00:00",
        "a time of more than 0 and at most 365 days, written as hh:mm:ss or d.hh:mm:ss, such as 7.00:00:00 (7 days)"
    )]
    [InlineData(
        "SecretCacheDuration",
        "00:00:00",
        "a time of more than 0 and at most a day, written as hh:mm:ss or d.hh:mm:ss, such as 00:01:00 (a minute)"
    )]
    [InlineData(
        "SecretCacheDuration",
        "1.00:00:01",
        "a time of more than 0 and at most a day, written as hh:mm:ss or d.hh:mm:ss, such as 00:01:00 (a minute)"
    )]
    [InlineData(
        "LifecycleTimeout",
        "soon",
        "a time of more than 0 and at most a day, written as hh:mm:ss or d.hh:mm:ss, such as 00:00:30 (30 seconds)"
    )]
    [InlineData(
        "LifecycleTimeout",
        "30",
        "a time of more than 0 and at most a day, written as hh:mm:ss or d.hh:mm:ss, such as 00:00:30 (30 seconds)"
    )]
    [InlineData(
        "TrustedProxies",
        "proxy.internal",
        "addresses or networks in CIDR notation, as an array or as one text with commas between them, such as 10.0.0.0/8,192.0.2.1"
    )]
    [InlineData(
        "TrustedProxies",
        "10.0.0.0/33",
        "addresses or networks in CIDR notation, as an array or as one text with commas between them, such as 10.0.0.0/8,192.0.2.1"
    )]
    [InlineData("HandshakeWindow", "tomorrow", "a date and time with an offset, as RFC 3339 writes it, such as 2030-01-31T18:00:00Z")]
    [InlineData("HandshakeWindow", "2030-01-31", "a date and time with an offset, as RFC 3339 writes it, such as 2030-01-31T18:00:00Z")]
    public async Task A_value_that_is_not_valid_stops_the_host_and_is_not_repeated(string key, string value, string expected)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(settings: ($"Hooklatch:{key}", value))
        );

        Assert.Equal([$"Hooklatch:{key} must be {expected}"], failure.Failures);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(
                builder => builder.AddHooklatch(options => options.DiskBudget = 0),
                settings:
                [
                    ("Hooklatch:DisabledStatus", "410"),
                    ("Hooklatch:LifecycleTimeout", "30"),
                    ("Hooklatch:SecretsDirectory", "/nowhere/at/all"),
                ]
            )
        );

        Assert.Equal(
            ["Hooklatch:DisabledStatus", "Hooklatch:DiskBudget", "Hooklatch:LifecycleTimeout", "Hooklatch:SecretsDirectory"],
            failure.Failures.Select(problem => problem.Split(' ')[0])
        );
    }

    [Theory]
    [InlineData("PublicUrl")]
    [InlineData("DisabledStatus")]
    [InlineData("MaxDuplicateEntries")]
    [InlineData("DuplicateRetention")]
    [InlineData("SecretsDirectory")]
    [InlineData("TrustedProxies")]
    public async Task A_blank_value_is_none(string key)
    {
        await using var host = await WebhookHost.StartAsync(settings: ($"Hooklatch:{key}", " "));
        await host.GetAsync("/any").IsAsync(200);
    }

    [Fact]
    public async Task What_code_sets_is_checked_when_the_host_starts_and_maps_nothing()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddHooklatch(options =>
        {
            options.PublicUrl = new Uri("relative", UriKind.Relative);
            options.TrustedProxies = ["nobody"];
            options.DuplicateRetention = Timeout.InfiniteTimeSpan;
            options.DataDirectory = " ";
        });
        await using var app = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            ["Hooklatch:PublicUrl", "Hooklatch:DuplicateRetention", "Hooklatch:TrustedProxies", "Hooklatch:DataDirectory"],
            failure.Failures.Select(problem => problem.Split(' ')[0])
        );
    }

    [Fact]
    public async Task A_handshake_window_that_code_sets_is_no_longer_the_configuration_s()
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        await using var host = await WebhookHost.StartAsync(
            builder => builder.AddHooklatch(options => options.HandshakeWindow = end),
            settings: ("Hooklatch:HandshakeWindow", "2023-11-14T22:13:20Z")
        );

        host.Configuration.Change(("Hooklatch:HandshakeWindow", null));

        Assert.Equal(end, host.App.Services.GetRequiredService<IOptions<HooklatchOptions>>().Value.HandshakeWindow);
    }
}
