using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Pipeline;

/// <summary>The table of outcomes: each status with exactly its detail.</summary>
public sealed class StatusTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Theory]
    [InlineData("/unknown")]
    [InlineData("/github/")]
    [InlineData("")]
    public async Task An_unknown_endpoint_is_404(string endpoint) => await _host.GetAsync(endpoint).IsProblemAsync(404, null);

    [Theory]
    [InlineData("/api/plugin/tests.unknown/webhook/github")]
    [InlineData("/api/plugin/TESTS.runtime/webhook/github")]
    [InlineData("/api/plugin/tests.runtime")]
    [InlineData("/api/plugin/")]
    [InlineData("/api/plugin")]
    public async Task An_unknown_plugin_is_404(string path) => await _host.GetPathAsync(path).IsProblemAsync(404, null);

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task A_method_that_no_handler_declares_is_405_with_the_others_sorted(string method)
    {
        var response = await _host.SendAsync(new HttpMethod(method), "/resource");

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal("DELETE, GET, POST", string.Join(", ", response.Content.Headers.GetValues("Allow")));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_method_is_compared_as_it_is_written() =>
        Assert.Equal(405, (await _host.SendRawAsync("post", WebhookHost.Prefix + "/resource")).Status);

    [Fact]
    public async Task A_405_says_so() => await _host.SendAsync(HttpMethod.Put, "/resource").IsProblemAsync(405, "Method Not Allowed");

    [Theory]
    [InlineData("GET", "Get")]
    [InlineData("POST", "Post")]
    [InlineData("DELETE", "Delete")]
    public async Task Each_method_of_a_path_has_its_handler(string method, string handler) =>
        await _host.SendAsync(new HttpMethod(method), "/resource").IsAsync(200, handler);

    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task A_handler_without_methods_answers_every_method(string method) =>
        await _host.SendAsync(new HttpMethod(method), "/any").IsAsync(200, method);

    [Fact]
    public async Task A_handler_without_methods_takes_what_the_others_leave()
    {
        await _host.SendAsync(HttpMethod.Put, "/mixed").IsAsync(200, "MixedPut");
        await _host.SendAsync(HttpMethod.Post, "/mixed").IsAsync(200, "MixedRest");
    }

    [Fact]
    public async Task A_missing_signature_is_400() => await _host.PostAsync("/github", "{}").IsProblemAsync(400, "Missing signature");

    [Fact]
    public async Task A_wrong_signature_is_403() =>
        await _host.PostSignedAsync("{}", "another secret").IsProblemAsync(403, "Invalid signature");

    [Fact]
    public async Task A_missing_token_is_400() => await _host.PostAsync("/token/header", "{}").IsProblemAsync(400, "Missing token");

    [Fact]
    public async Task A_wrong_token_is_403() =>
        await _host.PostAsync("/token/header", "{}", ("X-Token", "wrong")).IsProblemAsync(403, "Invalid token");

    [Fact]
    public async Task A_verified_delivery_is_200_with_nothing()
    {
        await _host.PostSignedAsync("{}").IsAsync(200, "");
        Assert.Single(_host.Deliveries.Handled);
    }

    [Theory]
    [InlineData("text/plain", "The endpoint does not accept this media type")]
    [InlineData("application/x-www-form-urlencoded", "The endpoint does not accept this media type")]
    [InlineData("nonsense", "The endpoint does not accept this media type")]
    [InlineData("application/json; charset=utf-7", "Only UTF-8 is accepted")]
    [InlineData("application/json; charset=iso-8859-1", "Only UTF-8 is accepted")]
    [InlineData("application/json; charset=unheard-of", "Only UTF-8 is accepted")]
    [InlineData("application/json; charset=utf-8; charset=utf-16", "Only UTF-8 is accepted")]
    [InlineData("application/json; charset=utf-8; charset=utf-8", "Only UTF-8 is accepted")]
    [InlineData("application/json; charset='utf-8'", "Only UTF-8 is accepted")]
    [InlineData("application/json; charset=windows-1252", "Only UTF-8 is accepted")]
    [InlineData("application/json; charset=ansi", "Only UTF-8 is accepted")]
    public async Task A_wrong_media_type_is_415(string contentType, string detail) =>
        await _host.PostAsync("/json/element", "{}", ("Content-Type", contentType)).IsProblemAsync(415, detail);

    [Fact]
    public async Task A_body_without_a_media_type_is_415_where_JSON_is_wanted() =>
        await _host.SendAsync(HttpMethod.Post, "/json/element").IsProblemAsync(415, "The endpoint does not accept this media type");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/json; charset=utf8")]
    [InlineData("application/json; charset=\"UTF8\"")]
    [InlineData("application/json; charset=csUTF8")]
    [InlineData("application/json; charset=unicode-1-1-utf-8")]
    [InlineData("application/json; charset=unicode11utf8")]
    [InlineData("application/json; charset=x-unicode20utf8")]
    [InlineData("application/json; charset=us-ascii")]
    [InlineData("application/json; charset=ASCII")]
    [InlineData("application/json; charset=\"us-ascii\"")]
    [InlineData("application/json; charset=ANSI_X3.4-1968")]
    [InlineData("application/json; charset=ansi_x3.4-1986")]
    [InlineData("application/json; charset=\"ISO_646.irv:1991\"")]
    [InlineData("application/json; charset=iso646-us")]
    [InlineData("application/json; charset=iso-ir-6")]
    [InlineData("application/json; charset=us")]
    [InlineData("application/json; charset=IBM367")]
    [InlineData("application/json; charset=cp367")]
    [InlineData("application/json; charset=csASCII")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.github+json")]
    public async Task JSON_by_any_of_its_names_is_read(string contentType) =>
        await _host.PostAsync("/json/element", "{}", ("Content-Type", contentType)).IsAsync(200, "{}");

    /// <summary>Browsers read such bytes as windows-1252.</summary>
    [Theory]
    [InlineData("/json/element", "ascii")]
    [InlineData("/json/typed", "us-ascii")]
    [InlineData("/json/node", "ANSI_X3.4-1968")]
    [InlineData("/raw-json/part", "csASCII")]
    public async Task JSON_that_is_said_to_be_ASCII_and_is_not_is_400(string endpoint, string charset)
    {
        var type = ("Content-Type", $"application/json; charset={charset}");
        await _host.PostAsync(endpoint, """{"a":"é"}""", type).IsProblemAsync(400, "The body is not the US-ASCII that its charset says");
        await _host.PostAsync(endpoint, """{"a":"\u00e9"}""", type).IsAsync(200);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task Any_content_encoding_is_415(string encoding) =>
        await _host
            .PostAsync("/json/element", "{}", ("Content-Encoding", encoding))
            .IsProblemAsync(415, "A Content-Encoding is not accepted");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{'a':1}")]
    [InlineData("[1,]")]
    [InlineData("// comment\n{}")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("NaN")]
    public async Task Malformed_JSON_is_400(string body) =>
        await _host.PostAsync("/json/element", body).IsProblemAsync(400, "Invalid JSON payload");
}
