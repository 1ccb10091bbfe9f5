namespace Hooklatch.Sessions.Tests.Adapters;

public sealed class TelegramTests
{
    private const string Sent = """{"ok":true,"result":{"message_id":1}}""";

    [Theory]
    [InlineData("telegram-42", "42")]
    [InlineData("telegram--1001234567890", "-1001234567890")]
    [InlineData("telegram-@channel", "@channel")]
    public async Task A_text_goes_to_the_chat_without_a_parse_mode(string key, string id)
    {
        await using var telegram = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(telegram);

        await host.Sessions.SendTextAsync(key, "<b>hello</b>", TestContext.Current.CancellationToken);

        Assert.Equal("POST /bot123:ABC-def/sendMessage", telegram.Only.Target);
        Assert.Equal(["chat_id", "text"], telegram.Only.Json.Select(member => member.Key));
        Assert.Equal((id, "<b>hello</b>"), ((string?)telegram.Only.Json["chat_id"], (string?)telegram.Only.Json["text"]));
    }

    [Theory]
    [InlineData(true, "sendPhoto", "photo")]
    [InlineData(false, "sendDocument", "document")]
    public async Task An_image_is_a_photo_and_a_file_a_document(bool isImage, string method, string part)
    {
        await using var telegram = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(telegram);

        await (
            isImage
                ? host.Sessions.SendImageAsync("telegram--1", Picture.Png, TestContext.Current.CancellationToken)
                : host.Sessions.SendFileAsync("telegram--1", Picture.Png, TestContext.Current.CancellationToken)
        );

        Assert.Equal("POST /bot123:ABC-def/" + method, telegram.Only.Target);
        Assert.Equal(
            $"""
            --B
            Content-Disposition: form-data; name="chat_id"

            -1
            --B
            Content-Disposition: form-data; name="{part}"; filename="chart.png"
            Content-Type: image/png

            a chart
            --B--

            """.ReplaceLineEndings("\r\n"),
            telegram.Only.TextBetween("B")
        );
    }

    [Fact]
    public async Task A_text_is_as_long_as_Telegram_takes()
    {
        await using var telegram = (await FakeChat.StartAsync()).Answer(200, Sent);
        await using var host = Host(telegram);

        await host.Sessions.SendTextAsync("telegram-1", new string('a', 5000), TestContext.Current.CancellationToken);

        Assert.Equal(new string('a', 4095) + "…", (string?)telegram.Only.Json["text"]);
    }

    [Theory]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", ": Bad Request: chat not found")]
    [InlineData(200, """{"ok":false,"description":"no"}""", ": no")]
    [InlineData(200, "", ": the answer is not Telegram's")]
    public async Task What_Telegram_rejects_is_rejected_with_its_words(int status, string answer, string said)
    {
        await using var telegram = (await FakeChat.StartAsync()).Answer(status, answer);
        await using var host = Host(telegram);

        var error = await host.Sessions.SendTextAsync("telegram-1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.Rejected, $"telegram answered {status}{said}"), (error.Failure, error.Message));
    }

    [Theory]
    [InlineData("123:ABC/../../other")]
    [InlineData("123:ABC?x")]
    [InlineData("123:A BC")]
    public async Task A_token_that_would_change_the_path_is_none(string token)
    {
        await using var host = ChatHost.Create(("telegram:Token", token));

        var error = await host.Sessions.SendTextAsync("telegram-1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal(ChatFailure.NotConfigured, error.Failure);
        Assert.DoesNotContain(token, error.ToString(), StringComparison.Ordinal);
    }

    private static ChatHost Host(FakeChat telegram) => ChatHost.Create(("telegram:Token", "123:ABC-def"), ("telegram:Url", telegram.Url));
}
