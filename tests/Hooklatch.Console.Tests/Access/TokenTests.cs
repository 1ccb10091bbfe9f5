using Microsoft.Extensions.Options;

namespace Hooklatch.Console.Tests.Access;

/// <summary>Who calls with a token, and what it may do.</summary>
public sealed class TokenTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-the-token-0123456789")]
    [InlineData("READER-0123456789-ABCDEFGH")]
    public async Task Without_a_known_token_the_API_says_nothing(string? token)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync("/hooklatch/api/session", token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        await ConsoleHost.ProblemAsync(answer);
    }

    [Fact]
    public async Task A_token_is_its_name_and_its_role()
    {
        await using var host = await ConsoleHost.StartAsync();

        var reader = await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader));
        var boss = await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", ConsoleHost.Operator));

        Assert.Equal(("reader", "read", false), (reader.Name, reader.Role, reader.CanSignOut));
        Assert.Equal(("boss", "operate"), (boss.Name, boss.Role));
        Assert.Equal("Production", boss.Environment);
        Assert.Equal(host.Time.GetUtcNow(), boss.Now);
    }

    [Theory]
    [InlineData(null, "Read", HttpStatusCode.OK)]
    [InlineData(null, "Bodies", HttpStatusCode.Forbidden)]
    [InlineData(null, "Operate", HttpStatusCode.Forbidden)]
    [InlineData("bodies", "Bodies", HttpStatusCode.OK)]
    [InlineData("bodies", "Operate", HttpStatusCode.Forbidden)]
    [InlineData("Operate", "Read", HttpStatusCode.OK)]
    [InlineData("Operate", "Bodies", HttpStatusCode.OK)]
    [InlineData("Operate", "Operate", HttpStatusCode.OK)]
    public async Task A_role_includes_those_before_it_and_no_other(string? role, string needed, HttpStatusCode status)
    {
        await using var host = await ConsoleHost.StartAsync([
            ("Hooklatch:Console:Tokens:me:Token", ConsoleHost.Reader),
            ("Hooklatch:Console:Tokens:me:Role", role),
        ]);

        using var got = await host.GetAsync($"/hooklatch/api/probe/{needed}", ConsoleHost.Reader);
        using var posted = await host.SendAsync(HttpMethod.Post, $"/hooklatch/api/probe/{needed}", ConsoleHost.Reader);

        Assert.Equal(status, got.StatusCode);
        Assert.Equal(status, posted.StatusCode);
    }

    [Fact]
    public async Task A_refusal_names_the_role_that_is_needed()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync("/hooklatch/api/probe/Operate", ConsoleHost.Reader);

        var problem = await ConsoleHost.ProblemAsync(answer);
        Assert.Equal(("This needs the role operate.", "reader has the role read."), (problem.Title, problem.Detail));
    }

    [Fact]
    public async Task A_token_that_is_taken_away_or_changed_no_longer_works_while_the_host_runs()
    {
        await using var host = await ConsoleHost.StartAsync();

        host.Configuration.Change(
            ("Hooklatch:Console:Tokens:reader:Token", null),
            ("Hooklatch:Console:Tokens:boss:Token", "another-0123456789-abcdefgh")
        );

        using var removed = await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader);
        using var changed = await host.GetAsync("/hooklatch/api/session", ConsoleHost.Operator);
        using var added = await host.GetAsync("/hooklatch/api/session", "another-0123456789-abcdefgh");
        Assert.Equal(HttpStatusCode.Unauthorized, removed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
    }

    [Fact]
    public async Task A_token_that_becomes_too_short_lets_nobody_in_and_the_log_names_its_setting()
    {
        await using var host = await ConsoleHost.StartAsync();

        host.Configuration.Change(("Hooklatch:Console:Tokens:reader:Token", "short"));

        using var answer = await host.GetAsync("/hooklatch/api/session", "short");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(
            "Hooklatch:Console:Tokens:reader:Token",
            host.Log.Named("ConsoleTokenRejected").Single().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_role_that_becomes_unreadable_takes_the_token_away()
    {
        await using var host = await ConsoleHost.StartAsync();

        host.Configuration.Change(("Hooklatch:Console:Tokens:boss:Role", "Admin"));

        using var answer = await host.GetAsync("/hooklatch/api/session", ConsoleHost.Operator);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_makes_no_wrong_token_good()
    {
        await using var host = await ConsoleHost.StartAsync();
        var cookie = await host.CookieAsync();

        using var answer = await host.GetAsync("/hooklatch/api/session", "not-the-token-0123456789", cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Code_can_set_a_token_too()
    {
        await using var host = await ConsoleHost.StartAsync(
            settings: [],
            add: options => options.Tokens["code"] = new ConsoleToken { Token = ConsoleHost.Reader, Role = ConsoleRole.Bodies }
        );

        var session = await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader));

        Assert.Equal(("code", "bodies"), (session.Name, session.Role));
    }

    [Theory]
    [InlineData("Tokens:ops:Token", "nineteen-characters", "Hooklatch:Console:Tokens:ops:Token must be 20 to 512")]
    [InlineData("Tokens:ops:Token", "", "Hooklatch:Console:Tokens:ops:Token must be 20 to 512")]
    [InlineData("Tokens:ops:Token", "twenty characters or more", "Hooklatch:Console:Tokens:ops:Token must be 20 to 512")]
    [InlineData("Tokens:reader:Role", "Admin", "Hooklatch:Console:Tokens:reader:Role must be Read, Bodies or Operate")]
    [InlineData("Tokens:reader:Role", "2", "Hooklatch:Console:Tokens:reader:Role must be Read, Bodies or Operate")]
    [InlineData("Tokens:twin:Token", ConsoleHost.Reader, "must not be the same token")]
    [InlineData("AllowedHosts:0", "*", "Hooklatch:Console:AllowedHosts must hold names")]
    [InlineData("AllowedHosts:0", "*..", "Hooklatch:Console:AllowedHosts must hold names")]
    [InlineData("AllowedHosts:0", "example.com:8080", "Hooklatch:Console:AllowedHosts must hold names")]
    [InlineData("SessionLifetime", "12", "Hooklatch:Console:SessionLifetime must be a time from 00:05:00")]
    [InlineData("SessionLifetime", "00:04:59", "Hooklatch:Console:SessionLifetime must be a time from 00:05:00")]
    [InlineData("MaxStreams", "0", "Hooklatch:Console:MaxStreams must be a whole number")]
    [InlineData("MaxStreams", "many", "Hooklatch:Console:MaxStreams must be a whole number")]
    public async Task A_setting_that_is_not_valid_stops_the_host_and_is_named(string path, string value, string problem)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            ConsoleHost.StartAsync([.. ConsoleHost.Tokens, ($"Hooklatch:Console:{path}", value)])
        );

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ConsoleHost.Reader, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_setting_of_the_console_is_unknown_to_the_host_and_a_misspelt_one_is()
    {
        await using var host = await ConsoleHost.StartAsync([
            .. ConsoleHost.Tokens,
            ("Hooklatch:Console:AllowedHosts:0", "a.example.com"),
            ("Hooklatch:Console:SessionLifetime", "01:00:00"),
            ("Hooklatch:Console:MaxStreams", "5"),
            ("Hooklatch:Console:RoleClaim", "role"),
            ("Hooklatch:Console:Tokens:boss:Rolle", "Operate"),
        ]);

        var warning = await host.Log.FirstAsync("UnknownKeys");

        Assert.Contains("Hooklatch:Console:Tokens:boss:Rolle", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(",", warning.Message, StringComparison.Ordinal);
    }
}
