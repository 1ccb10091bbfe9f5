using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Tests;

/// <summary>Secrets in every setting that holds one, services that repeat them, and a search of everything that was logged or thrown.</summary>
public sealed class SecretsInLogsTests
{
    private const string Canary = "canary7f3a9c0d";

    /// <summary>A chat, and the settings of its adapter; <c>URL</c> is the service's.</summary>
    public static TheoryData<string, string, string> Adapters =>
        new()
        {
            { "onebot_v11-group_1", "Url=URL", "Token=" + Canary },
            { "onebot_v11-group_1", "Url=URL/?access_token=" + Canary, "" },
            { "slack-C1", "Url=URL", "Token=" + Canary },
            { "slack-a", "WebhookUrl=URL/" + Canary, "" },
            { "discord-a", "WebhookUrl=URL/" + Canary, "" },
            { "telegram-1", "Url=URL", "Token=1:" + Canary },
            { "http-a", "Url=URL", "Token=" + Canary },
            { "http-a", "Url=URL/" + Canary, "" },
        };

    [Theory]
    [MemberData(nameof(Adapters))]
    public async Task A_secret_shows_up_nowhere(string key, string first, string second)
    {
        using var traces = new CapturedTraces();
        var service = await FakeChat.StartAsync();
        // What the service says holds what it was sent, as a page on an error may.
        var echo = $$"""
            {"ok":false,"status":"failed","retcode":1,"error":"/{{Canary}}","message":"/{{Canary}}","description":"1:{{Canary}}"}
            """;
        service.Answer(400, echo).Answer(500, echo).Answer(403, echo);
        await using var host = Host(service, key, first, second);
        await host.StartAsync();

        await SendAsync(host, key);
        await SendAsync(host, key);
        await SendAsync(host, key);
        Assert.Equal(3, service.Requests.Count);
        await service.DisposeAsync();
        await SendAsync(host, key);
        host.Change(($"{key.Split('-')[0]}:Retries", Canary));
        await SendAsync(host, key);

        Assert.Equal(5, host.Log.Entries.Count(entry => entry.Category == "a plugin"));
        Assert.All(host.Log.Entries, entry => Assert.DoesNotContain(Canary, entry.Everything, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(traces.Mentions(Canary));
    }

    [Fact]
    public async Task A_secret_is_not_in_the_log_of_an_attempt_either()
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(500, "no route to /" + Canary).Answer(200, "ok");
        await using var host = Host(slack, "slack-a", "WebhookUrl=URL/" + Canary, "Retries=1");

        var sending = host.Sessions.SendTextAsync("slack-a", "hello", TestContext.Current.CancellationToken);
        await host.Time.NextWaitAsync();
        host.Time.Advance(await host.Time.NextWaitAsync());
        await sending;

        Assert.EndsWith(
            "slack answered 500: no route to /***",
            Assert.Single(host.Log.Named("ChatRetry")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_URL_that_is_traced_is_found()
    {
        using var traces = new CapturedTraces();
        await using var service = await FakeChat.StartAsync();
        using var client = new HttpClient();

        await client.GetStringAsync($"{service.Url}/{Canary}x", TestContext.Current.CancellationToken);

        Assert.NotEmpty(traces.Mentions(Canary + "x"));
    }

    [Fact]
    public async Task The_text_of_a_message_is_not_logged()
    {
        await using var service = (await FakeChat.StartAsync()).Answer(400, Canary);
        await using var host = Host(service, "http-a", "Url=URL", "");

        Assert.False(await host.Sessions.TrySendTextAsync("http-a", Canary, TestContext.Current.CancellationToken));

        Assert.NotEmpty(host.Log.Entries);
        Assert.All(host.Log.Entries, entry => Assert.DoesNotContain(Canary, entry.Everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_service_says_is_one_line_and_not_long()
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(400, "a\r\nforged: \u001b[31m" + new string('x', 1000));
        await using var host = Host(slack, "slack-a", "WebhookUrl=URL", "");

        var error = await host.Sessions.SendTextAsync("slack-a", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.StartsWith("slack answered 400: a\\u000D\\u000Aforged: \\u001B[31mxxx", error.Message, StringComparison.Ordinal);
        Assert.Equal("slack answered 400: ".Length + 200, error.Message.Length);
    }

    [Fact]
    public async Task A_text_that_is_logged_is_found()
    {
        await using var host = ChatHost.Create();

        await host.Sessions.TrySendTextAsync("nobody-" + Canary, "hello", TestContext.Current.CancellationToken);

        Assert.Contains(host.Log.Entries, entry => entry.Everything.Contains(Canary, StringComparison.Ordinal));
    }

    private static ChatHost Host(FakeChat service, string key, params string[] settings)
    {
        var adapter = key.Split('-')[0];
        return ChatHost.Create([
            ($"{adapter}:Retries", "0"),
            .. settings
                .Where(setting => setting.Length > 0)
                .Select(setting => setting.Split('=', 2))
                .Select(pair => ($"{adapter}:{pair[0]}", (string?)pair[1].Replace("URL", service.Url, StringComparison.Ordinal))),
        ]);
    }

    /// <summary>Sends both ways: what is logged and what is thrown ends in a log.</summary>
    private static async Task SendAsync(ChatHost host, string key)
    {
        var error = await host.Sessions.SendTextAsync(key, "hello", TestContext.Current.CancellationToken).ErrorAsync();
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.OrdinalIgnoreCase);
        host.Log.CreateLogger("a plugin").LogError(error, "Not sent");
    }
}
