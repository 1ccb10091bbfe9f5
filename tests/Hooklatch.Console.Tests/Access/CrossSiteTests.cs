using Hooklatch.Console.Access;

namespace Hooklatch.Console.Tests.Access;

/// <summary>What a page of another site has a browser send.</summary>
public sealed class CrossSiteTests
{
    private const string Probe = "/hooklatch/api/probe/Operate";

    [Fact]
    public async Task A_browser_changes_something_only_with_the_header_that_no_form_can_set()
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync();

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options })
        {
            using var without = await host.SendAsync(method, Probe, cookie: cookie);
            using var wrong = await host.SendAsync(method, Probe, cookie: cookie, headers: (CrossSiteCheck.Header, "0"));
            using var with = await host.SendAsync(method, Probe, cookie: cookie, headers: (CrossSiteCheck.Header, "1"));

            Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
            Assert.Equal(HttpStatusCode.OK, with.StatusCode);
            Assert.Contains(CrossSiteCheck.Header, (await ConsoleHost.ProblemAsync(without)).Title, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example.net")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_comes_from_another_origin_is_refused_header_or_not(string name, string value)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.SendAsync(
            HttpMethod.Post,
            Probe,
            cookie: await host.CookieAsync(),
            headers: [(CrossSiteCheck.Header, "1"), (name, value)]
        );
        using var signIn = await host.SignInAsync(ConsoleHost.Operator, headers: (name, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, signIn.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_needs_the_header_too()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.SignInAsync(ConsoleHost.Operator, headers: (CrossSiteCheck.Header, "again"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_the_page_itself_sends_is_let_pass()
    {
        await using var host = await ConsoleHost.StartAsync();
        var origin = host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        using var answer = await host.SendAsync(
            HttpMethod.Post,
            Probe,
            cookie: await host.CookieAsync(),
            headers: [(CrossSiteCheck.Header, "1"), ("Origin", origin), ("Sec-Fetch-Site", "same-origin")]
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("hooks.example.com", "https://hooks.example.com", HttpStatusCode.OK)]
    [InlineData("hooks.example.com", "http://hooks.example.com", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:8080", "https://hooks.example.com", HttpStatusCode.OK)]
    [InlineData("console.internal", "https://console.internal", HttpStatusCode.OK)]
    [InlineData("console.internal", "https://other.internal", HttpStatusCode.Forbidden)]
    public async Task Behind_a_proxy_that_ends_TLS_the_origin_is_the_one_that_the_browser_sees(
        string name,
        string origin,
        HttpStatusCode status
    )
    {
        await using var host = await ConsoleHost.StartAsync([
            .. ConsoleHost.Tokens,
            ("Hooklatch:PublicUrl", "https://hooks.example.com"),
            ("Hooklatch:Console:AllowedHosts", "console.internal"),
        ]);

        using var answer = await host.SignInAsync(ConsoleHost.Operator, headers: [("Host", name), ("Origin", origin)]);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    public async Task Another_site_does_not_even_read(string site, HttpStatusCode status)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync(
            "/hooklatch/api/session",
            cookie: await host.CookieAsync(),
            headers: ("Sec-Fetch-Site", site)
        );

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_of_another_site_may_lead_to_the_page()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync("/hooklatch/", headers: ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_script_with_a_token_needs_neither_header_nor_origin()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.SendAsync(
            HttpMethod.Post,
            Probe,
            ConsoleHost.Operator,
            headers: [("Origin", "https://evil.example.net"), ("Sec-Fetch-Site", "cross-site")]
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
