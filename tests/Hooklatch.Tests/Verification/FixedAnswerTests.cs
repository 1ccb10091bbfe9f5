using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification;

/// <summary>Answers of which a provider fixes a header, or that there is no body.</summary>
public sealed class FixedAnswerTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task An_answer_to_what_is_not_verified_is_the_status_alone()
    {
        var answer = await _host.PostAsync("/fixed", "{}", ("X-Token", "wrong"));

        Assert.Equal((404, 0L), ((int)answer.StatusCode, answer.Content.Headers.ContentLength));
        Assert.Null(answer.Content.Headers.ContentType);
        Assert.Empty(await answer.TextAsync());
        await _host.PostAsync("/fixed", "{}").IsProblemAsync(400, "Missing token");
    }

    [Theory]
    [InlineData(WebhookHost.Secret, 200)]
    [InlineData("wrong", 404)]
    [InlineData("", 400)]
    public async Task Every_answer_has_the_headers_that_are_fixed(string token, int status)
    {
        var answer = await _host.PostAsync("/fixed", "{}", ("X-Token", token));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal([WebhookHost.Token], answer.Headers.GetValues("X-Code"));
        Assert.Equal(["always"], answer.Headers.GetValues("X-Fixed"));
    }

    [Fact]
    public async Task A_header_whose_place_is_not_named_is_left_out()
    {
        var answer = await _host.PostAsync("/fixed/half", "{}", ("X-Token", WebhookHost.Secret));

        Assert.Equal(["always"], answer.Headers.GetValues("X-Fixed"));
        Assert.False(answer.Headers.Contains("X-Code"));
    }
}
