namespace Hooklatch.Sessions.Tests.Adapters;

public sealed class SlackWebhookTests
{
    [Fact]
    public async Task A_text_mentions_nobody_and_is_no_markup()
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(200, "ok");
        await using var host = Host(slack);

        await host.Sessions.SendTextAsync("slack_ops-pushes", "<!channel> a & *b*", TestContext.Current.CancellationToken);

        Assert.Equal("POST /services/T0/B0/secret", slack.Only.Target);
        Assert.Equal("application/json; charset=utf-8", slack.Only.Header("Content-Type"));
        Assert.Equal(["text", "mrkdwn"], slack.Only.Json.Select(member => member.Key));
        Assert.Equal("&lt;!channel&gt; a &amp; *b*", (string?)slack.Only.Json["text"]);
        Assert.False((bool)slack.Only.Json["mrkdwn"]!);
        Assert.Null(slack.Only.Header("Authorization"));
    }

    [Fact]
    public async Task A_file_needs_a_bot()
    {
        await using var slack = await FakeChat.StartAsync();
        await using var host = Host(slack);

        var error = await host
            .Sessions.SendFileAsync("slack_ops-pushes", Picture.Report, TestContext.Current.CancellationToken)
            .ErrorAsync();

        Assert.Equal(ChatFailure.Unsupported, error.Failure);
        Assert.Contains("configure Token", error.Message, StringComparison.Ordinal);
        Assert.Empty(slack.Requests);
    }

    [Fact]
    public async Task What_Slack_rejects_is_rejected_with_its_word()
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(410, "channel_is_archived");
        await using var host = Host(slack);

        var error = await host.Sessions.SendTextAsync("slack_ops-pushes", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.Rejected, "slack_ops answered 410: channel_is_archived"), (error.Failure, error.Message));
    }

    private static ChatHost Host(FakeChat slack) =>
        ChatHost.Create(("slack_ops:Kind", "slack"), ("slack_ops:WebhookUrl", slack.Url + "/services/T0/B0/secret"));
}
