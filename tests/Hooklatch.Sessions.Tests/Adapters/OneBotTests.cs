namespace Hooklatch.Sessions.Tests.Adapters;

public sealed class OneBotTests
{
    private const string Sent = """{"status":"ok","retcode":0,"data":{"message_id":1}}""";

    [Fact]
    public async Task A_text_to_a_group_is_a_segment()
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(bot.Url);

        await host.Sessions.SendTextAsync("onebot_v11-group_12345678", "[CQ:at,qq=all] 你好", TestContext.Current.CancellationToken);

        Assert.Equal("POST /send_group_msg", bot.Only.Target);
        Assert.Equal("Bearer t0k3n", bot.Only.Header("Authorization"));
        Assert.Equal("application/json", bot.Only.Header("Content-Type"));
        Assert.Equal(bot.Only.Body.Length.ToString(), bot.Only.Header("Content-Length"));
        Assert.Equal(12345678, (long)bot.Only.Json["group_id"]!);
        Assert.Equal(["group_id", "message"], bot.Only.Json.Select(member => member.Key));
        Assert.Equal("[CQ:at,qq=all] 你好", (string?)bot.Only.Json["message"]![0]!["data"]!["text"]);
        Assert.Equal("text", (string?)bot.Only.Json["message"]![0]!["type"]);
    }

    [Fact]
    public async Task A_text_to_a_person_goes_to_its_user()
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(bot.Url);

        await host.Sessions.SendTextAsync("onebot_v11-private_10001", "hello", TestContext.Current.CancellationToken);

        Assert.Equal("POST /send_private_msg", bot.Only.Target);
        Assert.Equal("""{"user_id":10001,"message":[{"type":"text","data":{"text":"hello"}}]}""", bot.Only.Text);
    }

    [Fact]
    public async Task An_image_is_a_segment_in_base64()
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(bot.Url);

        await host.Sessions.SendImageAsync("onebot_v11-group_1", Picture.Png, TestContext.Current.CancellationToken);

        Assert.Equal("POST /send_group_msg", bot.Only.Target);
        Assert.Equal("""{"group_id":1,"message":[{"type":"image","data":{"file":"base64://YSBjaGFydA=="}}]}""", bot.Only.Text);
    }

    [Theory]
    [InlineData("group_1", "upload_group_file", "group_id")]
    [InlineData("private_1", "upload_private_file", "user_id")]
    public async Task A_file_is_uploaded_with_its_name(string channel, string action, string target)
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(bot.Url);

        await host.Sessions.SendFileAsync("onebot_v11-" + channel, Picture.Report, TestContext.Current.CancellationToken);

        Assert.Equal("POST /" + action, bot.Only.Target);
        Assert.Equal(1, (long)bot.Only.Json[target]!);
        Assert.Equal("base64://YWxsIGlzIHdlbGw=", (string?)bot.Only.Json["file"]);
        Assert.Equal(Picture.Report.Name, (string?)bot.Only.Json["name"]);
    }

    [Fact]
    public async Task A_path_and_a_query_of_the_URL_stay()
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(bot.Url + "/bot/?account=2");

        await host.Sessions.SendTextAsync("onebot_v11-group_1", "hello", TestContext.Current.CancellationToken);

        Assert.Equal("POST /bot/send_group_msg?account=2", bot.Only.Target);
    }

    [Fact]
    public async Task A_message_that_is_sent_later_is_sent()
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(200, """{"status":"async","retcode":1,"data":null}""");
        await using var host = Host(bot.Url);

        await host.Sessions.SendTextAsync("onebot_v11-group_1", "hello", TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(200, """{"status":"failed","retcode":100,"wording":"群不存在"}""", "onebot_v11 answered 200: retcode 100 群不存在")]
    [InlineData(200, "<html>", "onebot_v11 answered 200: the answer is not OneBot's")]
    [InlineData(401, "", "onebot_v11 answered 401")]
    [InlineData(404, "", "onebot_v11 answered 404")]
    public async Task What_the_bot_rejects_is_rejected_with_its_words(int status, string answer, string said)
    {
        await using var bot = (await FakeChat.StartAsync()).Answer(status, answer);
        await using var host = Host(bot.Url);

        var error = await host.Sessions.SendTextAsync("onebot_v11-group_1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.Rejected, said), (error.Failure, error.Message));
        Assert.Single(bot.Requests);
    }

    [Theory]
    [InlineData("onebot_v11-12345678")]
    [InlineData("onebot_v11-group_")]
    [InlineData("onebot_v11-group_-1")]
    [InlineData("onebot_v11-guild_1")]
    [InlineData("onebot_v11-group_1/../set_group_leave")]
    public async Task A_channel_is_a_group_or_a_person_by_number(string key)
    {
        await using var bot = await FakeChat.StartAsync();
        await using var host = Host(bot.Url);

        var error = await host.Sessions.SendTextAsync(key, "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal(ChatFailure.UnknownChannel, error.Failure);
        Assert.Empty(bot.Requests);
    }

    private static ChatHost Host(string url) => ChatHost.Create(("onebot_v11:Url", url), ("onebot_v11:Token", "t0k3n"));
}
