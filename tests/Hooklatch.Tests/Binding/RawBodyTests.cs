using System.Text;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Binding;

/// <summary>The body as received: bytes by their type, text by <c>[RawBody]</c>.</summary>
public sealed class RawBodyTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Theory]
    [InlineData("/raw/bytes?body=1&body=2", "abc", "616263")]
    [InlineData("/raw/bytes?body=1", "", "")]
    public Task Bytes_are_the_body_and_never_a_list_of_query_values(string endpoint, string body, string answer) =>
        _host.PostAsync(endpoint, body).IsAsync(200, answer);

    [Fact]
    public Task Bytes_are_the_body_of_a_signed_delivery_too() =>
        _host.PostAsync("/raw/signed", "abc", ("X-Hub-Signature-256", Sign.GitHub("abc"))).IsAsync(200, "616263");

    [Fact]
    public Task An_event_may_be_bound_as_text_and_bytes_and_value() =>
        _host
            .PostAsync(
                "/raw/event",
                """{"a":1}""",
                ("X-Hub-Signature-256", Sign.GitHub("""{"a":1}""")),
                ("X-GitHub-Event", "push"),
                ("X-GitHub-Delivery", "raw")
            )
            .IsAsync(200, """{"a":1} 7 1""");

    [Theory]
    [InlineData("<a>ä€😀</a>", "11 <a>ä€😀</a>")]
    [InlineData("\uFEFFa", "1 a")]
    [InlineData("", "0 ")]
    public Task Text_is_the_body_without_a_byte_order_mark(string body, string answer) =>
        _host.PostAsync("/raw/text", body, ("Content-Type", "application/xml")).IsAsync(200, answer);

    [Theory]
    [InlineData("FF")]
    [InlineData("61C3")]
    [InlineData("EDA080")]
    [InlineData("C0AF")]
    public async Task Text_that_is_not_UTF8_is_rejected(string hex)
    {
        using var request = Requests.Create(HttpMethod.Post, WebhookHost.Prefix + "/raw/text", Convert.FromHexString(hex));

        await _host.SendAsync(request).IsProblemAsync(400, "The body is not UTF-8 text");
    }

    [Theory]
    [InlineData("text/plain; charset=utf8", 200)]
    [InlineData("text/plain; charset=us-ascii", 200)]
    [InlineData("text/plain; charset=iso-8859-1", 415)]
    [InlineData("text/plain; charset=utf-16", 415)]
    public async Task Text_of_another_charset_is_rejected(string type, int status) =>
        Assert.Equal(status, (int)(await _host.PostAsync("/raw/text", "a", ("Content-Type", type))).StatusCode);

    [Fact]
    public async Task Text_of_every_length_is_whole()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 5; i++)
        {
            text.Append('x', 30_000).Append('€');
            await _host.PostAsync("/raw/text", text.ToString()).IsAsync(200, $"{text.Length} {text}");
        }
    }
}
