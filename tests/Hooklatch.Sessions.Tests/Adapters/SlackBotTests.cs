namespace Hooklatch.Sessions.Tests.Adapters;

public sealed class SlackBotTests
{
    [Fact]
    public async Task A_text_is_posted_to_its_channel()
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(200, """{"ok":true,"channel":"C0123456789","ts":"1.2"}""");
        await using var host = Host(slack);

        await host.Sessions.SendTextAsync("slack-C0123456789", "<@U1> & co", TestContext.Current.CancellationToken);

        Assert.Equal("POST /api/chat.postMessage", slack.Only.Target);
        Assert.Equal("Bearer xoxb-1", slack.Only.Header("Authorization"));
        Assert.Equal("application/json; charset=utf-8", slack.Only.Header("Content-Type"));
        Assert.Equal(["channel", "text", "mrkdwn"], slack.Only.Json.Select(member => member.Key));
        Assert.Equal("C0123456789", (string?)slack.Only.Json["channel"]);
        Assert.Equal("&lt;@U1&gt; &amp; co", (string?)slack.Only.Json["text"]);
        Assert.False((bool)slack.Only.Json["mrkdwn"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_image_and_a_file_are_uploaded_in_three_steps(bool isImage)
    {
        await using var slack = await FakeChat.StartAsync();
        slack.Answer(200, $$"""{"ok":true,"upload_url":"{{slack.Url}}/upload/v1/abc?x=1","file_id":"F1"}""");
        slack.Answer(200, "OK - 11");
        slack.Answer(200, """{"ok":true,"files":[{"id":"F1"}]}""");
        await using var host = Host(slack);

        await (
            isImage
                ? host.Sessions.SendImageAsync("slack-C1", Picture.Report, TestContext.Current.CancellationToken)
                : host.Sessions.SendFileAsync("slack-C1", Picture.Report, TestContext.Current.CancellationToken)
        );

        var (started, upload, completed) = (slack.Requests[0], slack.Requests[1], slack.Requests[2]);
        Assert.Equal("POST /api/files.getUploadURLExternal", started.Target);
        Assert.Equal((Picture.Report.Name, "11"), (started.Form!["filename"].ToString(), started.Form["length"].ToString()));
        Assert.Equal("Bearer xoxb-1", started.Header("Authorization"));
        Assert.Equal("POST /upload/v1/abc?x=1", upload.Target);
        Assert.Equal(("all is well", "11", "text/plain"), (upload.Text, upload.Header("Content-Length"), upload.Header("Content-Type")));
        Assert.Null(upload.Header("Authorization"));
        Assert.Equal("POST /api/files.completeUploadExternal", completed.Target);
        Assert.Equal("C1", (string?)completed.Json["channel_id"]);
        Assert.Equal("F1", (string?)completed.Json["files"]![0]!["id"]);
        Assert.Equal(Picture.Report.Name, (string?)completed.Json["files"]![0]!["title"]);
        Assert.Equal("Bearer xoxb-1", completed.Header("Authorization"));
        Assert.Equal(3, slack.Requests.Count);
    }

    [Fact]
    public async Task An_upload_that_fails_is_completed_by_nothing()
    {
        await using var slack = await FakeChat.StartAsync();
        slack.Answer(200, $$"""{"ok":true,"upload_url":"{{slack.Url}}/upload","file_id":"F1"}""").Answer(413);
        await using var host = Host(slack);

        var error = await host.Sessions.SendFileAsync("slack-C1", Picture.Png, TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.Rejected, "slack answered 413: the upload of a file"), (error.Failure, error.Message));
        Assert.Equal(2, slack.Requests.Count);
    }

    [Theory]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"file_id":"F1","upload_url":"file:///etc/passwd"}""")]
    [InlineData("""{"ok":true,"file_id":"F1","upload_url":"/upload"}""")]
    public async Task A_place_that_is_none_gets_no_upload(string answer)
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(200, answer);
        await using var host = Host(slack);

        var error = await host.Sessions.SendFileAsync("slack-C1", Picture.Png, TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal(ChatFailure.Rejected, error.Failure);
        Assert.Single(slack.Requests);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"channel_not_found"}""", "slack answered 200: chat.postMessage: channel_not_found")]
    [InlineData("<html>", "slack answered 200: chat.postMessage: the answer is not Slack's")]
    public async Task A_200_that_is_no_success_is_rejected(string answer, string said)
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(200, answer);
        await using var host = Host(slack);

        var error = await host.Sessions.SendTextAsync("slack-C1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.Rejected, said), (error.Failure, error.Message));
    }

    [Fact]
    public async Task A_webhook_and_a_token_at_once_are_a_mistake()
    {
        await using var host = ChatHost.Create(("slack:WebhookUrl", "https://hooks.example.com/x"), ("slack:Token", "xoxb-1"));

        var error = await host.Sessions.SendTextAsync("slack-C1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal(ChatFailure.NotConfigured, error.Failure);
        Assert.Contains("Hooklatch:Sessions:slack:WebhookUrl", error.Message, StringComparison.Ordinal);
    }

    private static ChatHost Host(FakeChat slack) => ChatHost.Create(("slack:Token", "xoxb-1"), ("slack:Url", slack.Url + "/api"));
}
