using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Tests;

/// <summary>Settings of adapters that no adapter asks for, in a host of webhooks.</summary>
public sealed class UnknownKeyTests
{
    [Fact]
    public async Task What_an_adapter_asks_for_is_known_and_the_rest_is_told()
    {
        await using var host = await StartAsync(
            ("Hooklatch:Sessions:ops:Kind", "console"),
            ("Hooklatch:Sessions:ops:Channels:0", "a"),
            ("Hooklatch:Sessions:ops:timeout", "00:00:01"),
            ("Hooklatch:Sessions:ops:Retrys", "1"),
            ("Hooklatch:Sessions:telegram:Token", "t"),
            ("Hooklatch:Sessions:telegram:Whatever", "t")
        );

        Assert.Equal(
            "Hooklatch:Sessions:ops:Retrys (did you mean Retries?), Hooklatch:Sessions:telegram:Whatever",
            Assert.Single(host.Log.Named("UnknownKeys")).Fields["Keys"]
        );
    }

    [Fact]
    public async Task An_adapter_that_is_broken_or_the_host_s_own_is_told_only_of_what_is_nearly_a_setting()
    {
        await using var host = await StartAsync(
            ("Hooklatch:Sessions:slack:Kind", "slack"),
            ("Hooklatch:Sessions:slack:Tokne", "t"),
            ("Hooklatch:Sessions:slack:Whatever", "t"),
            ("Hooklatch:Sessions:own:Whatever", "t"),
            ("Hooklatch:Sessions:own:Retrys", "t")
        );

        Assert.Equal(
            "Hooklatch:Sessions:own:Retrys (did you mean Retries?), Hooklatch:Sessions:slack:Tokne (did you mean Token?)",
            Assert.Single(host.Log.Named("UnknownKeys")).Fields["Keys"]
        );
    }

    [Fact]
    public async Task An_adapter_that_a_change_adds_is_known_at_once()
    {
        await using var host = await StartAsync();

        host.Configuration.Change(("Hooklatch:Sessions:ops:Kind", "console"), ("Hooklatch:Sessions:ops:Retries", "1"));
        host.Configuration.Change(("Hooklatch:Sessions:ops:Retrys", "1"));

        Assert.Equal("Hooklatch:Sessions:ops:Retrys (did you mean Retries?)", (await host.Log.FirstAsync("UnknownKeys")).Fields["Keys"]);
    }

    private static async Task<Host> StartAsync(params (string Path, string? Value)[] settings)
    {
        var (configuration, log) = (new LiveConfiguration(), new CapturedLog());
        configuration.Change(settings);
        var builder = WebApplication.CreateSlimBuilder();
        ((IConfigurationBuilder)builder.Configuration).Add(configuration);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddHooklatch(builder.Configuration).AddChatSessions().AddChatAdapter(new InMemoryChatAdapter("own"));
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Host(app, configuration, log);
    }

    private sealed record Host(WebApplication App, LiveConfiguration Configuration, CapturedLog Log) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
