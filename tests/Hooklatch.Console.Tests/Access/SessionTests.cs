using Hooklatch.Console.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Access;

/// <summary>What a browser is signed in by.</summary>
public sealed class SessionTests
{
    private const string Path = "/hooklatch/api/session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    [Fact]
    public async Task On_http_the_cookie_is_for_the_path_of_the_page_and_out_of_reach_of_scripts()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.SignInAsync(ConsoleHost.Reader);

        Assert.Matches(
            "^hooklatch_console=[A-Za-z0-9_-]{87}; max-age=43200; path=/hooklatch; samesite=strict; httponly$",
            answer.Headers.GetValues("Set-Cookie").Single()
        );
    }

    [Fact]
    public async Task On_https_it_is_secure_and_bound_to_the_host()
    {
        await using var host = await ConsoleHost.StartAsync([.. ConsoleHost.Tokens, ("Hooklatch:PublicUrl", "https://hooks.example.com")]);

        using var answer = await host.SignInAsync(ConsoleHost.Reader, headers: ("Host", "hooks.example.com"));

        Assert.Matches(
            "^__Host-hooklatch_console=[A-Za-z0-9_-]{87}; max-age=43200; path=/; secure; samesite=strict; httponly$",
            answer.Headers.GetValues("Set-Cookie").Single()
        );
        using var used = await host.GetAsync(Path, cookie: ConsoleHost.CookieOf(answer), headers: ("Host", "hooks.example.com"));
        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
    }

    [Fact]
    public async Task On_https_a_cookie_of_http_does_not_count()
    {
        await using var host = await ConsoleHost.StartAsync([.. ConsoleHost.Tokens, ("Hooklatch:PublicUrl", "https://hooks.example.com")]);

        using var answer = await host.GetAsync(Path, cookie: await host.CookieAsync(), headers: ("Host", "hooks.example.com"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Below_a_path_base_and_a_pattern_the_cookie_has_their_path()
    {
        await using var host = await ConsoleHost.StartAsync(use: app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapHooklatchConsole("/ops");
        });

        using var answer = await host.SignInAsync(ConsoleHost.Reader, path: "/base/ops/api/session");

        Assert.Contains("; path=/base/ops;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_signs_in_as_its_token_and_can_sign_out()
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync(ConsoleHost.Reader);

        var session = await ConsoleHost.SessionAsync(await host.GetAsync(Path, cookie: cookie));

        Assert.Equal(("reader", "read", true), (session.Name, session.Role, session.CanSignOut));
    }

    [Fact]
    public async Task It_ends_after_its_time()
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync();
        host.Time.Advance(Lifetime - TimeSpan.FromSeconds(1));
        using var inTime = await host.GetAsync(Path, cookie: cookie);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        using var late = await host.GetAsync(Path, cookie: cookie);

        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task A_shorter_lifetime_counts_at_once()
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync();
        host.Time.Advance(TimeSpan.FromHours(1));
        host.Configuration.Change(("Hooklatch:Console:SessionLifetime", "00:30:00"));

        using var answer = await host.GetAsync(Path, cookie: cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task It_outlasts_a_restart()
    {
        var time = new TestClock();
        string cookie;
        await using (var host = await ConsoleHost.StartAsync(time: time))
        {
            cookie = await host.CookieAsync();
        }

        await using var next = await ConsoleHost.StartAsync(time: time);

        await ConsoleHost.SessionAsync(await next.GetAsync(Path, cookie: cookie));
    }

    [Theory]
    [InlineData("Hooklatch:Console:Tokens:boss:Token", "another-0123456789-abcdefgh")]
    [InlineData("Hooklatch:Console:Tokens:boss:Token", null)]
    public async Task It_ends_with_its_token(string path, string? value)
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync();

        host.Configuration.Change((path, value));

        using var answer = await host.GetAsync(Path, cookie: cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Its_role_is_the_one_that_its_token_has_now()
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync();

        host.Configuration.Change(("Hooklatch:Console:Tokens:boss:Role", "Bodies"));

        using var answer = await host.GetAsync("/hooklatch/api/probe/Operate", cookie: cookie);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_it_also_for_who_has_copied_it()
    {
        await using var host = await ConsoleHost.StartAsync();
        var (cookie, other) = (await host.CookieAsync(), await host.CookieAsync());

        using var signedOut = await host.SendAsync(HttpMethod.Delete, Path, cookie: cookie, headers: (CrossSiteCheck.Header, "1"));

        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        Assert.StartsWith(
            "hooklatch_console=; expires=Thu, 01 Jan 1970",
            signedOut.Headers.GetValues("Set-Cookie").Single(),
            StringComparison.Ordinal
        );
        using var copied = await host.GetAsync(Path, cookie: cookie);
        using var elsewhere = await host.GetAsync(Path, cookie: other);
        Assert.Equal(HttpStatusCode.Unauthorized, copied.StatusCode);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_token_has_no_session_to_end()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.SendAsync(HttpMethod.Delete, Path, ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_with_any_byte_changed_is_none()
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync();
        var start = cookie.IndexOf('=', StringComparison.Ordinal) + 1;
        foreach (var at in Enumerable.Range(start, cookie.Length - start))
        {
            var changed = $"{cookie[..at]}{(cookie[at] == 'A' ? 'Q' : 'A')}{cookie[(at + 1)..]}";

            using var answer = await host.GetAsync(Path, cookie: changed);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("%00%FF")]
    public async Task What_is_no_session_is_none(string value)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync(Path, cookie: $"hooklatch_console={value}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Ended_sessions_are_remembered_within_a_bound()
    {
        await using var host = await ConsoleHost.StartAsync();
        var ended = host.Services.GetRequiredService<EndedSessions>();
        var token = host.Services.GetRequiredService<ConsoleTokens>().Strongest!;
        var first = new Session(token, Guid.NewGuid(), host.Time.GetUtcNow() + TimeSpan.FromHours(1));
        ended.Add(first);

        for (var i = 0; i < EndedSessions.Capacity; i++)
        {
            ended.Add(new Session(token, Guid.NewGuid(), host.Time.GetUtcNow() + TimeSpan.FromHours(2)));
        }

        Assert.False(ended.Contains(first.Id));
    }
}
