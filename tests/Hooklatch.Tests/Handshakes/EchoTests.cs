using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Handshakes;

/// <summary>Handshakes that are answered with their own value: what comes back must do no harm, and no handler runs.</summary>
public sealed class EchoTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Handshake = """{"type":"url_verification","challenge":"3eZbrw1aB"}""";

    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task A_value_in_the_query_is_echoed_as_plain_text_that_is_no_page()
    {
        var answer = await _host.GetAsync("/handshakes/echo?challenge=3eZ%20brw%3Cb%3E~");

        Assert.Equal((200, "3eZ brw<b>~"), ((int)answer.StatusCode, await answer.TextAsync()));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_value_in_a_header_is_echoed_without_a_signature() =>
        await _host.PostAsync("/handshakes/echo", "{}", ("X-Challenge", "abc")).IsAsync(200, "abc");

    [Fact]
    public async Task A_value_in_the_body_is_echoed_after_the_verification_only()
    {
        await _host.PostAsync("/handshakes/echo", Handshake, Signed(Handshake)).IsAsync(200, "3eZbrw1aB");
        await _host.PostAsync("/handshakes/echo", Handshake).IsProblemAsync(400, "Missing signature");
        await _host.PostAsync("/handshakes/echo", Handshake, Signed("{}")).IsProblemAsync(403, "Invalid signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Theory]
    [InlineData("""{"type":"event","challenge":"x"}""")]
    [InlineData("""{"challenge":"x"}""")]
    [InlineData("""{"type":"url_verification"}""")]
    [InlineData("""{"type":"URL_VERIFICATION","challenge":"x"}""")]
    [InlineData("""{"type":"url_verification","challenge":null}""")]
    public async Task A_signed_body_that_asks_nothing_is_a_delivery(string body)
    {
        await _host.PostAsync("/handshakes/echo", body, Signed(body)).IsAsync(200, "");
        Assert.Single(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_value_has_at_most_1024_characters()
    {
        var longest = new string('x', 1024);

        await _host.GetAsync("/handshakes/echo?challenge=" + longest).IsAsync(200, longest);
        await _host.GetAsync("/handshakes/echo?challenge=x" + longest).IsProblemAsync(403, "Invalid handshake");
        await _host.PostAsync("/handshakes/echo", "{}", ("X-Challenge", longest + "x")).IsProblemAsync(403, "Invalid handshake");
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%0D%0AX-Injected:%201")]
    [InlineData("%09")]
    [InlineData("%1B[31m")]
    [InlineData("%7F")]
    [InlineData("gr%C3%BC%C3%9Fe")]
    [InlineData("%E2%80%AE")]
    [InlineData("%EF%BB%BF%3Chtml%3E")]
    public async Task A_value_that_is_not_printable_ASCII_is_rejected(string value) =>
        Assert.Equal(403, (await _host.SendRawAsync("GET", $"{WebhookHost.Prefix}/handshakes/echo?challenge={value}")).Status);

    [Fact]
    public async Task A_value_that_stands_there_twice_or_is_empty_is_no_handshake()
    {
        await _host.GetAsync("/handshakes/echo?challenge=a&challenge=b").IsAsync(405);
        await _host.GetAsync("/handshakes/echo?challenge=").IsProblemAsync(403, "Invalid handshake");
        Assert.Equal(400, (await _host.PostRawAsync("/handshakes/echo", ("X-Challenge", "a"), ("X-Challenge", "b"))).Status);
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_value_in_a_JSON_answer_cannot_leave_its_string()
    {
        var answer = await _host.GetAsync("/handshakes/json", ("X-Challenge", "a\",\"admin\":\"<script>\\"));

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("""{"verification":"a\u0022,\u0022admin\u0022:\u0022\u003Cscript\u003E\\"}""", await answer.TextAsync());
    }

    [Fact]
    public async Task A_method_that_only_asks_is_405_with_Allow_where_it_asks_nothing()
    {
        foreach (var endpoint in new[] { "/handshakes/echo", "/handshakes/echo?other=1", "/handshakes/json" })
        {
            var answer = await _host.GetAsync(endpoint);
            await answer.IsProblemAsync(405, "Method Not Allowed");
            Assert.Equal(["POST"], answer.Content.Headers.Allow);
        }

        await _host.SendAsync(HttpMethod.Delete, "/handshakes/echo?challenge=x").IsProblemAsync(405, "Method Not Allowed");
        await _host.SendAsync(HttpMethod.Put, "/handshakes/echo", "{}", ("X-Challenge", "x")).IsProblemAsync(405, "Method Not Allowed");
    }

    [Fact]
    public async Task A_signed_GET_does_not_reach_a_handler_that_takes_POST()
    {
        await _host.GetAsync("/handshakes/echo", Signed("")).IsProblemAsync(405, "Method Not Allowed");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task Where_a_handler_takes_every_method_the_handshake_comes_first_and_the_rest_is_verified()
    {
        await _host.GetAsync("/handshakes/echo/every?challenge=x", Signed("")).IsAsync(200, "x");
        Assert.Empty(_host.Deliveries.Handled);

        await _host.GetAsync("/handshakes/echo/every").IsProblemAsync(400, "Missing signature");
        await _host.GetAsync("/handshakes/echo/every", Signed("")).IsAsync(200, "");
        Assert.Single(_host.Deliveries.Handled);
    }

    private static (string, string) Signed(string body) => ("X-Signature", Sign.Sha256Hex(body));
}
