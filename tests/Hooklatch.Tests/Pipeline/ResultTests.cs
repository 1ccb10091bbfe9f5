using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Pipeline;

/// <summary>What a handler returns and what a sender gets.</summary>
public sealed class ResultTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Json = "application/json; charset=utf-8";
    private const string Text = "text/plain; charset=utf-8";

    private readonly WebhookHost _host = shared.Fresh;

    [Theory]
    [InlineData("/results/nothing", 200, null, "")]
    [InlineData("/results/value-task", 200, null, "")]
    [InlineData("/results/text", 200, Text, "grüße")]
    [InlineData("/results/text/null", 200, null, "")]
    [InlineData("/results/text/status", 202, Text, "accepted")]
    [InlineData("/results/node", 200, Json, """{"name":"<grüße>"}""")]
    [InlineData("/results/node/null", 200, Json, "null")]
    [InlineData("/results/element", 200, Json, "[1,2]")]
    [InlineData("/results/typed", 200, Json, """{"orderId":"A1","count":2}""")]
    [InlineData("/results/typed/null", 200, Json, "null")]
    [InlineData("/results/typed/status", 201, Json, """{"orderId":"A1","count":2}""")]
    [InlineData("/results/own-options", 200, Json, """{"order_id":"A1"}""")]
    [InlineData("/results/iresult", 418, "text/x-tea", "teapot")]
    [InlineData("/results/iresult/null", 200, null, "")]
    [InlineData("/results/no-content", 204, null, "")]
    public async Task A_result_is_written_as_its_type_says(string endpoint, int status, string? contentType, string body)
    {
        var response = await _host.GetAsync(endpoint);

        Assert.Equal((status, contentType), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal(body, await response.TextAsync());
    }

    [Theory]
    [InlineData("/results/text", 7)]
    [InlineData("/results/typed", 26)]
    public async Task HEAD_gets_the_headers_of_the_answer_without_its_body(string endpoint, int length)
    {
        var response = await _host.SendAsync(HttpMethod.Head, endpoint);

        Assert.Equal((200, length), ((int)response.StatusCode, response.Content.Headers.ContentLength));
        Assert.Empty(await response.TextAsync());
    }
}
