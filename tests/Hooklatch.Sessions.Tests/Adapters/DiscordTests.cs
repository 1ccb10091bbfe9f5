namespace Hooklatch.Sessions.Tests.Adapters;

public sealed class DiscordTests
{
    [Theory]
    [InlineData("", "?wait=true")]
    [InlineData("?thread_id=7", "?thread_id=7&wait=true")]
    public async Task A_text_mentions_nobody_and_waits_for_the_answer(string query, string sent)
    {
        await using var discord = (await FakeChat.StartAsync()).Answer(200, """{"id":"1"}""");
        await using var host = Host(discord, query);

        await host.Sessions.SendTextAsync("discord-pushes", "@everyone look", TestContext.Current.CancellationToken);

        Assert.Equal("POST /api/webhooks/1/token" + sent, discord.Only.Target);
        Assert.Equal("""{"content":"@everyone look","allowed_mentions":{"parse":[]}}""", discord.Only.Text);
        Assert.Equal("application/json; charset=utf-8", discord.Only.Header("Content-Type"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_image_and_a_file_are_attachments(bool isImage)
    {
        await using var discord = (await FakeChat.StartAsync()).Answer(200, """{"id":"1"}""");
        await using var host = Host(discord);

        await (
            isImage
                ? host.Sessions.SendImageAsync("discord-pushes", Picture.Report, TestContext.Current.CancellationToken)
                : host.Sessions.SendFileAsync("discord-pushes", Picture.Report, TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            """
            --B
            Content-Disposition: form-data; name="payload_json"
            Content-Type: application/json

            {"allowed_mentions":{"parse":[]}}
            --B
            Content-Disposition: form-data; name="files[0]"; filename="报告 %221%22.txt"
            Content-Type: text/plain

            all is well
            --B--

            """.ReplaceLineEndings("\r\n"),
            discord.Only.TextBetween("B")
        );
        Assert.Equal("all is well".Length, discord.Only.Form!.Files["files[0]"]!.Length);
    }

    [Fact]
    public async Task A_text_is_as_long_as_Discord_takes()
    {
        await using var discord = await FakeChat.StartAsync();
        await using var host = Host(discord);

        await host.Sessions.SendTextAsync("discord-pushes", new string('a', 2001), TestContext.Current.CancellationToken);

        Assert.Equal(new string('a', 1999) + "…", (string?)discord.Only.Json["content"]);
    }

    [Fact]
    public async Task What_Discord_rejects_is_rejected_with_its_words()
    {
        await using var discord = (await FakeChat.StartAsync()).Answer(404, """{"message":"Unknown Webhook","code":10015}""");
        await using var host = Host(discord);

        var error = await host.Sessions.SendTextAsync("discord-pushes", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.Rejected, "discord answered 404: Unknown Webhook"), (error.Failure, error.Message));
    }

    private static ChatHost Host(FakeChat discord, string query = "") =>
        ChatHost.Create(("discord:WebhookUrl", discord.Url + "/api/webhooks/1/token" + query));
}
