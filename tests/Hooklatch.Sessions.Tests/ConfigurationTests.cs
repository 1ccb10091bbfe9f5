using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Tests;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task An_adapter_that_nobody_configured_is_named()
    {
        await using var host = ChatHost.Create(("console:Kind", "console"));

        var error = await SendAsync(host, "slack-C1").ErrorAsync();

        Assert.Equal(ChatFailure.UnknownAdapter, error.Failure);
        Assert.Equal("'slack-C1' names the chat adapter 'slack', which is neither in Hooklatch:Sessions nor registered.", error.Message);
    }

    [Theory]
    [InlineData("telegram", "Url", "https://example.com", "Hooklatch:Sessions:telegram:Token is not configured.")]
    [InlineData("telegram", "Token", "  ", "Hooklatch:Sessions:telegram:Token is not configured.")]
    [InlineData("slack", "Url", "https://example.com", "Hooklatch:Sessions:slack:Token is not configured.")]
    [InlineData("discord", "Kind", "discord", "Hooklatch:Sessions:discord:WebhookUrl is not configured.")]
    [InlineData("onebot_v11", "Token", "a", "Hooklatch:Sessions:onebot_v11:Url is not configured.")]
    [InlineData(
        "http",
        "Url",
        "ftp://a",
        "Hooklatch:Sessions:http:Url must be an absolute http or https URL, such as https://chat.example.com/hook."
    )]
    [InlineData(
        "http",
        "Url",
        "/in",
        "Hooklatch:Sessions:http:Url must be an absolute http or https URL, such as https://chat.example.com/hook."
    )]
    [InlineData(
        "console",
        "Timeout",
        "soon",
        "Hooklatch:Sessions:console:Timeout must be a time of more than 0 and at most a day, written as hh:mm:ss, such as 00:00:08."
    )]
    [InlineData(
        "console",
        "Timeout",
        "00:00:00",
        "Hooklatch:Sessions:console:Timeout must be a time of more than 0 and at most a day, written as hh:mm:ss, such as 00:00:08."
    )]
    [InlineData(
        "console",
        "Timeout",
        "1",
        "Hooklatch:Sessions:console:Timeout must be a time of more than 0 and at most a day, written as hh:mm:ss, such as 00:00:08."
    )]
    [InlineData(
        "console",
        "Timeout",
        "1.00:00:01",
        "Hooklatch:Sessions:console:Timeout must be a time of more than 0 and at most a day, written as hh:mm:ss, such as 00:00:08."
    )]
    [InlineData("console", "Retries", "-1", "Hooklatch:Sessions:console:Retries must be a whole number from 0 to 2147483647, such as 3.")]
    [InlineData(
        "console",
        "Retries",
        "3000000000",
        "Hooklatch:Sessions:console:Retries must be a whole number from 0 to 2147483647, such as 3."
    )]
    [InlineData(
        "console",
        "Retries",
        "three",
        "Hooklatch:Sessions:console:Retries must be a whole number from 0 to 2147483647, such as 3."
    )]
    [InlineData("ops", "Kind", "irc", "Hooklatch:Sessions:ops:Kind must be console | discord | http | onebot_v11 | slack | telegram.")]
    public async Task A_setting_that_is_missing_or_wrong_is_named(string adapter, string setting, string value, string said)
    {
        await using var host = ChatHost.Create(($"{adapter}:{setting}", value));

        var error = await SendAsync(host, adapter + "-a").ErrorAsync();

        Assert.Equal((ChatFailure.NotConfigured, said), (error.Failure, error.Message));
    }

    [Fact]
    public async Task A_name_with_a_dash_could_not_be_reached()
    {
        await using var host = ChatHost.Create(("my-chat:Kind", "console"));

        await host.StartAsync();

        Assert.StartsWith(
            "Nothing can be sent through the chat adapter my-chat: Hooklatch:Sessions:my-chat: a name",
            Assert.Single(host.Log.Named("ChatAdapterBroken")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_kind_has_any_number_of_adapters()
    {
        await using var a = await FakeChat.StartAsync();
        await using var b = await FakeChat.StartAsync();
        await using var host = ChatHost.Create(("a:Kind", "http"), ("a:Url", a.Url), ("b:Kind", "http"), ("b:Url", b.Url));

        await SendAsync(host, "a-1");
        await SendAsync(host, "b-2");

        Assert.Equal(("1", "2"), ((string?)a.Only.Json["channel"], (string?)b.Only.Json["channel"]));
    }

    [Fact]
    public async Task The_start_tells_which_adapters_there_are_and_which_are_broken()
    {
        await using var host = ChatHost.Create(("console:Kind", "console"), ("ops:Kind", "slack"));

        await host.StartAsync();

        Assert.Equal("Chat adapter console (console)", Assert.Single(host.Log.Named("ChatAdapter")).Message);
        var broken = Assert.Single(host.Log.Named("ChatAdapterBroken"));
        Assert.Equal(
            (LogLevel.Error, "Nothing can be sent through the chat adapter ops: Hooklatch:Sessions:ops:Token is not configured."),
            (broken.Level, broken.Message)
        );
    }

    [Fact]
    public async Task Only_channels_that_are_allowed_are_sent_to()
    {
        var memory = new InMemoryChatAdapter();
        await using var host = ChatHost.Create(
            services => services.AddChatAdapter(memory),
            ("memory:Channels:0", "ops"),
            ("memory:Channels:1", "dev")
        );

        await SendAsync(host, "memory-dev");
        var error = await SendAsync(host, "memory-DEV").ErrorAsync();

        Assert.Equal(
            (ChatFailure.UnknownChannel, "'DEV' is not among the channels that Hooklatch:Sessions:memory:Channels allows."),
            (error.Failure, error.Message)
        );
        Assert.Single(memory.Messages);
    }

    [Fact]
    public async Task A_change_holds_for_the_next_send()
    {
        await using var service = await FakeChat.StartAsync();
        await using var host = ChatHost.Create(("http:Url", service.Url), ("http:Token", "old"));
        await SendAsync(host, "http-1");

        host.Change(("http:Token", "new"));
        await SendAsync(host, "http-2");
        host.Change(("http:Token", null), ("http:Url", null));
        var gone = await SendAsync(host, "http-3").ErrorAsync();
        host.Change(("http:Url", service.Url));
        await SendAsync(host, "http-4");

        Assert.Equal(ChatFailure.UnknownAdapter, gone.Failure);
        Assert.Equal(["Bearer old", "Bearer new", null], service.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_change_that_breaks_one_adapter_leaves_the_others()
    {
        await using var service = await FakeChat.StartAsync();
        await using var host = ChatHost.Create(("a:Kind", "http"), ("a:Url", service.Url), ("b:Kind", "http"), ("b:Url", service.Url));
        await SendAsync(host, "a-1");

        host.Change(("b:Url", "nonsense"));

        await SendAsync(host, "a-2");
        Assert.Equal(ChatFailure.NotConfigured, (await SendAsync(host, "b-1").ErrorAsync()).Failure);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_change_elsewhere_builds_no_adapter_anew_and_reports_none()
    {
        var built = 0;
        await using var host = ChatHost.Create(
            services => services.AddChatKind("counted", (settings, _) => new InMemoryChatAdapter(settings.Name + ++built)),
            ("a:Kind", "counted"),
            ("b:Kind", "counted")
        );
        await SendAsync(host, "a-1");

        host.Change(("a:Timeout", "00:00:01"));
        await SendAsync(host, "a-1");
        host.Configuration.Change(("Elsewhere", "changed"));
        await SendAsync(host, "a-1");

        Assert.Equal(3, built);
        Assert.Equal(
            ["Chat adapter a (counted)", "Chat adapter b (counted)", "Chat adapter a (counted)"],
            host.Log.Named("ChatAdapter").Select(entry => entry.Message)
        );
    }

    [Fact]
    public async Task Sessions_that_are_registered_twice_are_registered_once()
    {
        await using var host = ChatHost.Create(
            services => services.AddChatSessions(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()),
            ("console:Kind", "console")
        );

        // The first registration holds, and its configuration is empty.
        Assert.Equal(ChatFailure.UnknownAdapter, (await SendAsync(host, "console-a").ErrorAsync()).Failure);
    }

    private static Task SendAsync(ChatHost host, string key) =>
        host.Sessions.SendTextAsync(key, "hello", TestContext.Current.CancellationToken);
}
