using System.Text;
using Hooklatch.Console.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Access;

/// <summary>What is taken for a sign-in, and how often somebody may be wrong.</summary>
public sealed class SignInTests
{
    private const string Wrong = "wrong-0123456789-abcdefgh";

    private static Task<HttpResponseMessage> PostAsync(ConsoleHost host, string body, string type = "application/json") =>
        host.SendAsync(
            HttpMethod.Post,
            "/hooklatch/api/session",
            content: new StringContent(body, Encoding.UTF8, type),
            headers: (CrossSiteCheck.Header, "1")
        );

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"token":1}""")]
    [InlineData("""{"token":"reader-0123456789-abcdefgh","code":"x"}""")]
    [InlineData("""{"token":"reader-0123456789-abcdefgh" """)]
    public async Task What_cannot_be_read_is_told_so(string body)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await PostAsync(host, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await ConsoleHost.ProblemAsync(answer);
    }

    [Fact]
    public async Task A_form_of_another_site_is_no_sign_in()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await PostAsync(host, $$"""{"token":"{{ConsoleHost.Reader}}"}""", "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData(4096, HttpStatusCode.OK)]
    [InlineData(4097, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1 << 20, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_sign_in_has_at_most_4_KiB(int length, HttpStatusCode status)
    {
        await using var host = await ConsoleHost.StartAsync();
        var body = $$"""{"token":"{{ConsoleHost.Reader}}"}""".PadRight(length);

        using var declared = await PostAsync(host, body);
        using var chunked = await host.SendAsync(
            HttpMethod.Post,
            "/hooklatch/api/session",
            content: new StringContent(body, Encoding.UTF8, "application/json"),
            headers: [(CrossSiteCheck.Header, "1"), ("Transfer-Encoding", "chunked")]
        );

        Assert.Equal(status, declared.StatusCode);
        Assert.Equal(status, chunked.StatusCode);
    }

    [Fact]
    public async Task After_ten_wrong_ones_in_a_minute_even_the_right_one_waits_and_is_told_how_long()
    {
        await using var host = await ConsoleHost.StartAsync();
        await WrongAsync(host, SignInLimit.OfPeer, HttpStatusCode.Unauthorized);
        host.Time.Advance(TimeSpan.FromSeconds(20));

        using var refused = await host.SignInAsync(ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(40), refused.Headers.RetryAfter?.Delta);
        host.Time.Advance(TimeSpan.FromSeconds(40));
        using var later = await host.SignInAsync(ConsoleHost.Reader);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Right_ones_do_not_count()
    {
        await using var host = await ConsoleHost.StartAsync();

        for (var i = 0; i < 3 * SignInLimit.OfPeer; i++)
        {
            using var answer = await host.SignInAsync(ConsoleHost.Reader);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Wrong_tokens_in_a_header_count_too_and_shut_out_no_right_one()
    {
        await using var host = await ConsoleHost.StartAsync();
        for (var i = 0; i < SignInLimit.OfPeer; i++)
        {
            using var answer = await host.GetAsync("/hooklatch/api/session", Wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var wrong = await host.GetAsync("/hooklatch/api/session", Wrong);
        using var right = await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.TooManyRequests, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task A_flood_of_strangers_is_bounded_and_does_not_shut_out_who_sits_at_the_machine()
    {
        await using var host = await ConsoleHost.StartAsync([.. ConsoleHost.Tokens, ("Hooklatch:TrustedProxies", "127.0.0.1")]);
        for (var i = 0; i < 150; i++)
        {
            using var answer = await host.SignInAsync(Wrong, headers: ("X-Forwarded-For", $"203.0.113.{i}"));
            Assert.Equal(i < SignInLimit.OfStrangers ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, answer.StatusCode);
        }

        using var local = await host.SignInAsync(ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.OK, local.StatusCode);
        Assert.Equal(SignInLimit.OfStrangers + 1, host.Services.GetRequiredService<SignInLimit>().Remembered);
        Assert.Single(host.Log.Named("ConsoleSignInRefused"));
    }

    [Fact]
    public async Task Strangers_behind_a_proxy_that_nobody_has_declared_are_not_who_sits_at_the_machine()
    {
        await using var host = await ConsoleHost.StartAsync();
        await WrongAsync(host, SignInLimit.OfPeer, HttpStatusCode.Unauthorized, ("X-Forwarded-For", "203.0.113.7"));
        await WrongAsync(host, 1, HttpStatusCode.TooManyRequests, ("X-Forwarded-For", "203.0.113.8"));

        using var local = await host.SignInAsync(ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.OK, local.StatusCode);
    }

    [Fact]
    public async Task Addresses_of_one_network_of_IPv6_are_one_stranger()
    {
        await using var host = await ConsoleHost.StartAsync([.. ConsoleHost.Tokens, ("Hooklatch:TrustedProxies", "127.0.0.1")]);
        for (var i = 0; i < SignInLimit.OfPeer; i++)
        {
            await WrongAsync(host, 1, HttpStatusCode.Unauthorized, ("X-Forwarded-For", $"2001:db8::{i}"));
        }

        await WrongAsync(host, 1, HttpStatusCode.TooManyRequests, ("X-Forwarded-For", "2001:db8::ffff"));
        await WrongAsync(host, 1, HttpStatusCode.Unauthorized, ("X-Forwarded-For", "2001:db8:0:1::1"));
    }

    private static async Task WrongAsync(ConsoleHost host, int count, HttpStatusCode status, params (string, string?)[] headers)
    {
        for (var i = 0; i < count; i++)
        {
            using var answer = await host.SignInAsync(Wrong, headers: headers);
            Assert.Equal(status, answer.StatusCode);
        }
    }
}
