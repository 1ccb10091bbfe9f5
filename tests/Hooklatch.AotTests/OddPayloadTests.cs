using System.Net;

namespace Hooklatch.AotTests;

/// <summary>A payload that is signed and yet not what the handler expects fails alone.</summary>
public sealed class OddPayloadTests(PublishedSamples published)
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{} {}")]
    [InlineData("NaN")]
    [InlineData("\ufeff\ufeff{}")]
    public async Task What_is_not_JSON_is_a_problem_with_400(string body)
    {
        await using var host = await published.StartAsync(Sample.WithSecret);

        var answer = await Answer.ReadAsync(GitHubDelivery.Signed("push", body).SendToAsync(host.Client));

        answer.AssertProblem(HttpStatusCode.BadRequest, "Invalid JSON payload");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"push\"")]
    [InlineData("{}")]
    [InlineData("{\"repository\":1}")]
    [InlineData("{\"repository\":{\"full_name\":null},\"commits\":[null]}")]
    public async Task What_the_handler_does_not_expect_fails_alone(string body)
    {
        await using var host = await published.StartAsync(Sample.WithSecret);

        var odd = await Answer.ReadAsync(GitHubDelivery.Signed("push", body).SendToAsync(host.Client));
        var next = await Answer.ReadAsync(GitHubDelivery.Signed("ping", "{}").SendToAsync(host.Client));

        Assert.True(odd.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("Exception", odd.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, next.Status);
    }

    [Theory]
    [InlineData(64, HttpStatusCode.OK)]
    [InlineData(65, HttpStatusCode.BadRequest)]
    [InlineData(100_000, HttpStatusCode.BadRequest)]
    public async Task JSON_nests_64_deep_and_no_deeper(int depth, HttpStatusCode status)
    {
        await using var host = await published.StartAsync(Sample.WithSecret);
        var nested = new string('[', depth) + new string(']', depth);

        using var answer = await GitHubDelivery.Signed("ping", nested).SendToAsync(host.Client);

        Assert.Equal(status, answer.StatusCode);
    }
}
