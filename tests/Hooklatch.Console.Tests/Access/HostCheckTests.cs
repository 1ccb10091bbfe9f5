namespace Hooklatch.Console.Tests.Access;

/// <summary>By which names the console may be reached: a stranger's name may lead here, too (DNS rebinding).</summary>
public sealed class HostCheckTests
{
    private static readonly (string, string?)[] Settings =
    [
        .. ConsoleHost.Tokens,
        ("Hooklatch:PublicUrl", "https://hooks.example.com/base"),
        ("Hooklatch:Console:AllowedHosts", "console.internal, *.ops.example.com"),
    ];

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1234")]
    [InlineData("localhost.")]
    [InlineData("app.localhost:8080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3:80")]
    [InlineData("[::1]:8080")]
    [InlineData("hooks.example.com")]
    [InlineData("hooks.example.com:8443")]
    [InlineData("console.internal")]
    [InlineData("a.ops.example.com")]
    [InlineData("a.b.OPS.example.com:9090")]
    public async Task A_name_of_this_host_is_answered(string name)
    {
        await using var host = await ConsoleHost.StartAsync(Settings);

        using var page = await host.GetAsync("/hooklatch/", headers: ("Host", name));
        using var api = await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader, headers: ("Host", name));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    [Theory]
    [InlineData("evil.example.net")]
    [InlineData("localhost.evil.example.net")]
    [InlineData("127.0.0.1.evil.example.net")]
    [InlineData("notlocalhost")]
    [InlineData("ops.example.com")]
    [InlineData("evilops.example.com")]
    [InlineData("sub.hooks.example.com")]
    [InlineData("192.0.2.1")]
    [InlineData("[2001:db8::1]")]
    public async Task Another_name_is_refused_with_the_setting_that_allows_it(string name)
    {
        await using var host = await ConsoleHost.StartAsync(Settings);
        var cookie = await host.CookieAsync();

        using var page = await host.GetAsync("/hooklatch/", headers: ("Host", name));
        using var token = await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader, headers: ("Host", name));
        using var session = await host.GetAsync("/hooklatch/api/session", cookie: cookie, headers: ("Host", name));
        using var signIn = await host.SignInAsync(ConsoleHost.Reader, headers: ("Host", name));

        foreach (var answer in new[] { page, token, session, signIn })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var problem = await ConsoleHost.ProblemAsync(answer);
            Assert.Contains("Hooklatch:Console:AllowedHosts", problem.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_without_a_name_is_refused()
    {
        await using var host = await ConsoleHost.StartAsync();

        var answer = await RawHttp.ExchangeAsync(
            host.Client.BaseAddress!,
            $"GET /hooklatch/api/session HTTP/1.0\r\nAuthorization: Bearer {ConsoleHost.Reader}\r\n\r\n"
        );

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task A_name_is_allowed_while_the_host_runs()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Configuration.Change(("Hooklatch:Console:AllowedHosts:0", "new.example.com"));

        using var answer = await host.GetAsync("/hooklatch/", headers: ("Host", "new.example.com"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
