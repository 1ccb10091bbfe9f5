using Hooklatch.Console.Access;

namespace Hooklatch.Console.Tests.Access;

/// <summary>What must not be read in a log, a trace or an answer.</summary>
public sealed class SecretsTests
{
    private const string Wrong = "wrong-0123456789-abcdefgh";

    [Fact]
    public async Task No_token_code_or_cookie_is_in_a_log_or_a_trace_at_any_level_and_in_no_answer()
    {
        using var traces = new CapturedTraces();
        await using var host = await ConsoleHost.StartAsync([], "Development");
        var generated = await File.ReadAllTextAsync(host.TokenPath, TestContext.Current.CancellationToken);
        var (used, expired) = (host.Code, "");
        using var byLink = await host.SignInAsync(code: used);
        using var again = await host.SignInAsync(code: used);
        expired = host.Code;
        host.Time.Advance(TimeSpan.FromMinutes(10));
        using var late = await host.SignInAsync(code: expired);
        using var byToken = await host.SignInAsync(generated);
        using var wrong = await host.SignInAsync(Wrong);
        using var header = await host.GetAsync("/hooklatch/api/session", Wrong);
        using var right = await host.GetAsync("/hooklatch/api/session", generated);
        var cookie = ConsoleHost.CookieOf(byLink);
        using var session = await host.GetAsync("/hooklatch/api/session", cookie: cookie);
        using var audit = await host.GetAsync("/hooklatch/api/audit", cookie: cookie);
        using var signOut = await host.SendAsync(
            HttpMethod.Delete,
            "/hooklatch/api/session",
            cookie: cookie,
            headers: (CrossSiteCheck.Header, "1")
        );
        host.Configuration.Change(("Hooklatch:Console:Tokens:ops:Token", "too short"));
        using var off = await host.GetAsync("/hooklatch/api/session", cookie: cookie);

        string[] secrets = [generated, used, expired, Wrong, cookie.Split('=')[1], "too short"];
        foreach (var secret in secrets)
        {
            Assert.Empty(host.Log.Mentions(secret));
            Assert.Empty(traces.Mentions(secret));
        }

        foreach (var answer in new[] { byLink, again, late, byToken, wrong, header, right, session, audit, signOut, off })
        {
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        }

        // The log did hear of it all.
        Assert.Equal(2, host.Log.Named("ConsoleSignedIn").Count());
        Assert.NotEmpty(host.Log.Named("ConsoleSignInRefused"));
        Assert.NotEmpty(host.Log.Mentions("/hooklatch/api/session"));
    }
}
