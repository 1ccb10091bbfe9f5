using System.Net;
using System.Text;
using System.Text.Json;
using Hooklatch.Sessions.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Sessions.Tests;

/// <summary>A service that repeats a token may do so in any encoding.</summary>
public sealed class SecretRedactionTests
{
    private const string Secret = "123456:AAF-x_y+z/w==";

    public static TheoryData<string, string> Encodings =>
        new()
        {
            { "as it is", Secret },
            { "in capitals", Secret.ToUpperInvariant() },
            { "percent-encoded", Uri.EscapeDataString(Secret) },
            { "percent-encoded in lower case", Uri.EscapeDataString(Secret).Replace("%3A", "%3a", StringComparison.Ordinal) },
            { "every character percent-encoded", string.Concat(Secret.Select(character => $"%{(int)character:x2}")) },
            { "one character percent-encoded", Secret.Replace("F", "%46", StringComparison.Ordinal) },
            { "percent-encoded twice", Uri.EscapeDataString(Uri.EscapeDataString(Secret)) },
            { "as a form writes it", WebUtility.UrlEncode(Secret) },
            { "as JSON", JsonSerializer.Serialize(Secret).Trim('"') },
            { "as JSON that escapes slashes", Secret.Replace("/", "\\/", StringComparison.Ordinal) },
            { "every character escaped as JSON", string.Concat(Secret.Select(character => $"\\u{(int)character:X4}")) },
            { "escaped in JSON in JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(Secret)[1..^1])[1..^1] },
            {
                "percent-encoded in JSON",
                JsonSerializer.Serialize(Uri.EscapeDataString(Secret)).Replace("%", "\\u0025", StringComparison.Ordinal)[1..^1]
            },
            { "as other languages escape it", string.Concat(Secret.Select(character => $"\\x{(int)character:x2}")) },
            { "as HTML", string.Concat(Secret.Select(character => $"&#{(int)character};")) },
            { "as hexadecimal HTML", string.Concat(Secret.Select(character => $"&#x{(int)character:X};")) },
            { "in hexadecimal", Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)) },
            { "in base64", Base64(Secret) },
            { "in base64 behind a character", Base64("u" + Secret + " and more") },
            { "in base64 behind two characters", Base64("u:" + Secret) },
            { "in base64 for URLs", Base64("bot" + Secret).Replace('+', '-').Replace('/', '_').TrimEnd('=') },
            { "in base64, percent-encoded", Uri.EscapeDataString(Base64(Secret)) },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_secret_is_found(string how, string encoded)
    {
        Assert.NotEmpty(how);
        Assert.Equal("before *** after", SecretRedaction.Redact($"before {encoded} after", [Secret]));
    }

    [Theory]
    [InlineData("one/two%20three", "one/two three")]
    [InlineData("one/two%20three", "one%2Ftwo+three")]
    [InlineData("one two three", "one+two+three")]
    [InlineData("gr\u00FC\u00DFe-123", "gr%C3%BC%C3%9fe-123")]
    [InlineData("gr%C3%BC%C3%9Fe-123", "gr\u00FC\u00DFe-123")]
    [InlineData("a&b<c>d\"e", "a&amp;b&lt;c&gt;d&quot;e")]
    [InlineData("100%41bcdef", "100%41bcdef")]
    public void Also_one_that_is_configured_in_an_encoding(string secret, string repeated) =>
        Assert.Equal("***", SecretRedaction.Redact(repeated, [secret]));

    [Theory]
    [InlineData("")]
    [InlineData("not found")]
    [InlineData("100 % of %zz &nope; C:\\temp\\u12 &#; %E4%BD")]
    [InlineData("caf%C3%A9 &amp; \\u0041")]
    public void What_holds_no_secret_stays(string text) => Assert.Equal(text, SecretRedaction.Redact(text, [Secret]));

    [Fact]
    public void Several_secrets_are_replaced_where_one_is_part_of_another() =>
        Assert.Equal("***, *** and ***", SecretRedaction.Redact("abcdefgh, abcd and ijkl", ["abcd", "abcdefgh", "ijkl"]));

    [Theory]
    [InlineData("telegram-1", "Token", Secret, "Url", "{\"ok\":false,\"description\":\"no route /botSECRET/sendMessage\"}")]
    [InlineData("onebot_v11-group_1", "Token", Secret, "Url", "{\"status\":\"failed\",\"retcode\":1,\"message\":\"no SECRET\"}")]
    [InlineData("slack-C1", "Token", Secret, "Url", "{\"ok\":false,\"error\":\"no SECRET\"}")]
    public async Task An_answer_that_repeats_it_encoded_shows_it_nowhere(string key, string setting, string secret, string url, string echo)
    {
        if (key.StartsWith("telegram", StringComparison.Ordinal))
        {
            secret = secret.Replace("/", "", StringComparison.Ordinal);
        }

        foreach (var encoded in new[] { Uri.EscapeDataString(secret), string.Concat(secret.Select(c => $"%{(int)c:x2}")), Base64(secret) })
        {
            await using var service = (await FakeChat.StartAsync()).Answer(400, echo.Replace("SECRET", encoded, StringComparison.Ordinal));
            var adapter = key.Split('-')[0];
            await using var host = ChatHost.Create(
                ($"{adapter}:{setting}", secret),
                ($"{adapter}:{url}", service.Url),
                ($"{adapter}:Retries", "0")
            );

            var error = await host.Sessions.SendTextAsync(key, "hello", TestContext.Current.CancellationToken).ErrorAsync();

            Assert.Contains("***", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(encoded[4..], error.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_path_of_a_webhook_is_a_secret_in_any_encoding()
    {
        await using var slack = (await FakeChat.StartAsync()).Answer(404, "no route %2Fservices%2FT0000001%2FB0000002%2Fcanary%2D1234");
        await using var host = ChatHost.Create(
            ("slack:WebhookUrl", slack.Url + "/services/T0000001/B0000002/canary-1234"),
            ("slack:Retries", "0")
        );

        var error = await host.Sessions.SendTextAsync("slack-a", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal("slack answered 404: no route %2F***%2F***%2F***%2F***", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_adapter_of_your_own_throws_is_redacted(bool isChatException)
    {
        await using var host = ChatHost.Create(
            services => services.AddChatKind("own", (settings, _) => new Careless(settings, isChatException)),
            ("own:Token", Secret)
        );

        Assert.False(await host.Sessions.TrySendTextAsync("own-a", "hello", TestContext.Current.CancellationToken));

        Assert.Contains(host.Log.Entries, entry => entry.Everything.Contains("no ***", StringComparison.Ordinal));
        Assert.All(host.Log.Entries, entry => Assert.DoesNotContain("123456%3A", entry.Everything, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\u001b[2J\u001b]0;owned\u0007", "\\u001B[2J\\u001B]0;owned\\u0007")]
    [InlineData("over\rwritten\u0085", "over\\u000Dwritten\\u0085")]
    [InlineData("two\r\nlines\n\tand a tab", "two\r\nlines\n\tand a tab")]
    [InlineData("\U0001F469\u200D\U0001F4BB", "\U0001F469\u200D\U0001F4BB")]
    public async Task A_text_brings_no_control_characters_to_a_chat(string text, string sent)
    {
        var memory = new InMemoryChatAdapter();
        await using var host = ChatHost.Create(services => services.AddChatAdapter(memory));

        await host.Sessions.SendTextAsync("memory-a", text, TestContext.Current.CancellationToken);

        Assert.Equal(sent, Assert.Single(memory.Messages).Text);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private sealed class Careless(ChatAdapterSettings settings, bool isChatException) : IChatAdapter
    {
        private readonly string _token = settings.Secret("Token")!;

        public string Name => settings.Name;

        public Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
        {
            var text = $"no {Uri.EscapeDataString(_token)}";
            throw isChatException ? new ChatException(ChatFailure.Rejected, text) : new InvalidOperationException(text);
        }
    }
}
