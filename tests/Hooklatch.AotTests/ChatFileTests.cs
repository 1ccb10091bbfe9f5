using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Hooklatch.AotTests;

/// <summary>A native binary sends images and files to every chat that takes them, as the tests of the adapters say.</summary>
public sealed class ChatFileTests(ChatHost chats) : IClassFixture<ChatHost>
{
    private const string Name = "报告 1.png";
    private const string Content = "a chart";

    /// <summary>A chat key, its adapter's settings, the kind, what the service answers, and where the file goes.</summary>
    public static TheoryData<string, string, string, string, string> Forms =>
        new()
        {
            { "telegram--1", "telegram:Url=URL telegram:Token=1:a", "image", """{"ok":true}""", "/bot1:a/sendPhoto photo" },
            { "telegram--1", "telegram:Url=URL telegram:Token=1:a", "file", """{"ok":true}""", "/bot1:a/sendDocument document" },
            { "discord-a", "discord:WebhookUrl=URL/x", "image", """{"id":"1"}""", "/x?wait=true files[0]" },
            { "discord-a", "discord:WebhookUrl=URL/x", "file", """{"id":"1"}""", "/x?wait=true files[0]" },
            { "http-a", "http:Url=URL/y", "image", "", "/y file" },
            { "http-a", "http:Url=URL/y", "file", "", "/y file" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_file_goes_into_a_form(string chat, string settings, string kind, string answer, string place)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(200, answer);
        await using var host = await StartAsync(service, settings);

        await SendAsync(host, kind, chat);

        var (target, part) = (place.Split(' ')[0], place.Split(' ')[1]);
        Assert.Equal("POST " + target, service.Only.Target);
        var file = service.Only.Form!.Files[part]!;
        Assert.Equal((Name, "image/png", Content.Length), (file.FileName, file.ContentType, file.Length));
        Assert.Contains($"\r\n\r\n{Content}\r\n--", service.Only.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("file")]
    public async Task Slack_takes_a_file_in_three_steps(string kind)
    {
        await using var slack = await FakeChat.StartAsync();
        slack.Answer(200, $$"""{"ok":true,"upload_url":"{{slack.Url}}/upload?x=1","file_id":"F1"}""");
        slack.Answer(200, "OK - 7");
        slack.Answer(200, """{"ok":true,"files":[{"id":"F1"}]}""");
        await using var host = await StartAsync(slack, "slack:Url=URL/api slack:Token=xoxb-1");

        await SendAsync(host, kind, "slack-C1");

        Assert.Equal(
            ["POST /api/files.getUploadURLExternal", "POST /upload?x=1", "POST /api/files.completeUploadExternal"],
            slack.Requests.Select(request => request.Target)
        );
        Assert.Equal((Name, "7"), (slack.Requests[0].Form!["filename"].ToString(), slack.Requests[0].Form!["length"].ToString()));
        Assert.Equal((Content, "image/png"), (slack.Requests[1].Text, slack.Requests[1].Header("Content-Type")));
        Assert.Equal(("C1", "F1"), ((string?)slack.Requests[2].Json["channel_id"], (string?)slack.Requests[2].Json["files"]![0]!["id"]));
    }

    [Theory]
    [InlineData("image", "POST /send_group_msg", "message")]
    [InlineData("file", "POST /upload_group_file", "file")]
    public async Task OneBot_takes_a_file_in_base64(string kind, string target, string member)
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(200, """{"status":"ok","retcode":0}""");
        await using var host = await StartAsync(bot, "onebot_v11:Url=URL");

        await SendAsync(host, kind, "onebot_v11-group_1");

        Assert.Equal((target, "application/json"), (bot.Only.Target, bot.Only.Header("Content-Type")));
        Assert.Contains(
            "base64://" + Convert.ToBase64String(Encoding.UTF8.GetBytes(Content)),
            bot.Only.Json[member]!.ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_route_that_cannot_be_built_leaves_the_others_served()
    {
        await using var host = await chats.StartAsync();

        foreach (var (path, status) in new[] { ("before", 200), ("broken", 404), ("nested/broken", 404), ("nested/after", 200) })
        {
            using var answer = await host.Client.GetAsync($"/plugins/acme.chats/{path}", TestContext.Current.CancellationToken);
            Assert.Equal((path, status), (path, (int)answer.StatusCode));
        }

        Assert.Equal(
            "The route 'HTTP: GET /plugins/acme.chats/broken' cannot be built.\nThe route 'HTTP: GET /plugins/acme.chats/nested/broken' cannot be built.",
            await host.Client.GetStringAsync("/plugins/acme.chats/errors", TestContext.Current.CancellationToken)
        );
    }

    private Task<RunningHost> StartAsync(FakeChat service, string settings) =>
        chats.StartAsync([
            .. settings
                .Split(' ')
                .Select(setting => "--Hooklatch:Sessions:" + setting.Replace("URL", service.Url, StringComparison.Ordinal)),
        ]);

    private static async Task SendAsync(RunningHost host, string kind, string chat)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Content));
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { content, "file", Name } };
        using var answer = await host.Client.PostAsync(
            $"/api/plugin/acme.chats/webhook/{kind}?chat={chat}",
            form,
            TestContext.Current.CancellationToken
        );
        Assert.True(answer.StatusCode is HttpStatusCode.OK, host.Output);
    }
}
