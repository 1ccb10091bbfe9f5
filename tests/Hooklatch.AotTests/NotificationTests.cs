using System.Net;

namespace Hooklatch.AotTests;

/// <summary>The published binary tells chats of what it receives, and a chat that fails changes no answer.</summary>
public sealed class NotificationTests(PublishedSamples published)
{
    private const string Push = """
        {
          "repository": { "full_name": "octo/hello" },
          "pusher": { "name": "mona" },
          "commits": [{ "message": "First" }, { "message": "Second\n\nwith a body" }]
        }
        """;

    private const string Told = "octo/hello: mona pushed 2 commit(s), the last: Second";

    /// <summary>A chat key, the settings of its adapter with <c>URL</c> for the service's, and what the service answers.</summary>
    public static TheoryData<string, string, string, string> Chats =>
        new()
        {
            { "onebot_v11-group_12345678", "onebot_v11:Url=URL", "", """{"status":"ok","retcode":0}""" },
            { "slack_ops-pushes", "slack_ops:WebhookUrl=URL/services/x", "slack_ops:Kind=slack", "ok" },
            { "slack-C0123456789", "slack:Url=URL", "slack:Token=xoxb-1", """{"ok":true}""" },
            { "discord-pushes", "discord:WebhookUrl=URL/x", "", """{"id":"1"}""" },
            { "telegram--1001", "telegram:Url=URL", "telegram:Token=1:a", """{"ok":true}""" },
            { "http-pushes", "http:Url=URL", "", "" },
        };

    [Theory]
    [MemberData(nameof(Chats))]
    public async Task A_push_is_told_to_the_chat(string chat, string first, string second, string answer)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(200, answer);
        await using var host = await StartAsync(service, chat, first, second);

        var acknowledged = await PushAsync(host);

        Assert.Equal(HttpStatusCode.OK, acknowledged.Status);
        Assert.Contains($"\"{Told}\"", service.Only.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("was not sent", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_the_box_a_push_is_told_to_the_console()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);

        await PushAsync(host);

        await host.WaitForLineAsync("[console-pushes] " + Told);
    }

    [Fact]
    public async Task Without_a_chat_nothing_is_told_and_nothing_is_missed()
    {
        await using var host = await published.StartAsync(Sample.WithSecret, "--Plugins:dev.sample_webhook:NotificationChatKey=");

        Assert.Equal(HttpStatusCode.OK, (await PushAsync(host)).Status);

        await host.WaitForLineAsync("octo/hello", "mona");
        Assert.DoesNotContain("was not sent", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_pushes_are_told()
    {
        await using var service = await FakeChat.StartAsync();
        await using var host = await StartAsync(service, "http-pushes", "http:Url=URL");

        await GitHubDelivery.Signed("ping", Push).SendToAsync(host.Client);
        await GitHubDelivery.Signed("push", Push, secret: "another").SendToAsync(host.Client);

        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("http-pushes", "http answered 400")]
    [InlineData("slack-C1", "names the chat adapter 'slack'")]
    [InlineData("nonsense", "is not a chat key")]
    [InlineData("telegram-1", "Hooklatch:Sessions:telegram:Token is not configured")]
    public async Task A_chat_that_fails_fails_no_webhook_and_is_logged(string chat, string logged)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(400);
        await using var host = await StartAsync(service, chat, "http:Url=URL", "telegram:Kind=telegram");

        var acknowledged = await PushAsync(host);

        Assert.Equal(
            (HttpStatusCode.OK, """{"status":"success","message":"Event 'push' received and acknowledged."}"""),
            (acknowledged.Status, acknowledged.Body)
        );
        await host.WaitForLineAsync($"A chat message to {chat} was not sent", logged);
    }

    [Fact]
    public async Task A_chat_that_does_not_answer_fails_no_webhook()
    {
        await using var service = (await FakeChat.StartAsync()).Answer(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await using var host = await StartAsync(service, "http-pushes", "http:Url=URL", "http:Timeout=00:00:00.2");

        Assert.Equal(HttpStatusCode.OK, (await PushAsync(host)).Status);

        await host.WaitForOutputAsync("http did not answer within 00:00:00.2");
    }

    [Theory]
    [InlineData("All is well.", "All is well.")]
    [InlineData(" ", " ")]
    public async Task A_report_is_told_to_the_chat_that_it_names(string report, string beginning)
    {
        await using var service = await FakeChat.StartAsync();
        await using var host = await StartAsync(service, "", "http:Url=URL", "");

        var receipt = await Report.SendAsync(host, Report.Form(report, "text/plain", "http-reports"));

        Assert.Equal(HttpStatusCode.OK, receipt.Status);
        Assert.Equal("reports", (string?)service.Only.Json["channel"]);
        Assert.Equal($"Week 47 (week.txt):\n{beginning}", (string?)service.Only.Json["text"]);
    }

    [Fact]
    public async Task Of_a_long_report_the_first_200_characters_are_told()
    {
        await using var service = await FakeChat.StartAsync();
        await using var host = await StartAsync(service, "", "http:Url=URL", "");

        await Report.SendAsync(host, Report.Form(new string('a', 200) + "b", "text/plain", "http-reports"));
        await Report.SendAsync(host, Report.Form(new string('a', 199) + "🙂", "text/plain", "http-reports"));

        Assert.Equal(
            ["Week 47 (week.txt):\n" + new string('a', 200), "Week 47 (week.txt):\n" + new string('a', 199)],
            service.Requests.Select(request => (string?)request.Json["text"])
        );
    }

    [Fact]
    public async Task A_report_for_a_chat_that_is_none_is_received_all_the_same()
    {
        await using var host = await published.StartAsync(Sample.WithReportToken);

        var receipt = await Report.SendAsync(host, Report.Form("All is well.", "text/plain", "nobody-\u001b[2J"));

        Assert.Equal("""{"status":"success","filename":"week.txt","size":12}""", receipt.Body);
        await host.WaitForLineAsync("A chat message to nobody-\\u001B[2J was not sent (InvalidKey)");
    }

    private async Task<RunningHost> StartAsync(FakeChat service, string chat, params string[] settings) =>
        await published.StartAsync([
            Sample.WithSecret,
            Sample.WithReportToken,
            $"--Plugins:dev.sample_webhook:NotificationChatKey={chat}",
            .. settings
                .Where(setting => setting.Length > 0)
                .Select(setting => "--Hooklatch:Sessions:" + setting.Replace("URL", service.Url, StringComparison.Ordinal)),
        ]);

    private static Task<Answer> PushAsync(RunningHost host) =>
        Answer.ReadAsync(GitHubDelivery.Signed("push", Push).SendToAsync(host.Client));
}
