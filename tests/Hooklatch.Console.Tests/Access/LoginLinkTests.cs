using Microsoft.AspNetCore.Builder;

namespace Hooklatch.Console.Tests.Access;

/// <summary>The link that the start prints in Development.</summary>
public sealed class LoginLinkTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static Task<ConsoleHost> StartAsync(params (string, string?)[] settings) => ConsoleHost.StartAsync(settings, "Development");

    [Fact]
    public async Task It_leads_to_the_page_of_this_host_with_the_code_behind_the_hash()
    {
        await using var host = await StartAsync(("Hooklatch:PublicUrl", "https://tunnel.example.com"));

        Assert.Matches($"^{host.Client.BaseAddress}hooklatch/#login=[A-Za-z0-9_-]{{43}}$", host.Address!);
    }

    [Fact]
    public async Task It_signs_in_once_as_the_token_that_may_do_most()
    {
        await using var host = await StartAsync(ConsoleHost.Tokens);
        var code = host.Code;

        using var first = await host.SignInAsync(code: code);
        using var second = await host.SignInAsync(code: code);

        var session = await ConsoleHost.SessionAsync(first);
        Assert.Equal(("boss", "operate", true), (session.Name, session.Role, session.CanSignOut));
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.Equal("This login link no longer works.", (await ConsoleHost.ProblemAsync(second)).Title);
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Of_many_who_use_it_at_once_one_is_let_in()
    {
        await using var host = await StartAsync();
        var code = host.Code;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.SignInAsync(code: code)));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_works_until_ten_minutes_have_passed()
    {
        await using var host = await StartAsync();
        var code = host.Code;
        host.Time.Advance(Lifetime - TimeSpan.FromSeconds(1));
        using var inTime = await host.SignInAsync(code: code);
        var other = host.Code;
        host.Time.Advance(Lifetime);

        using var late = await host.SignInAsync(code: other);

        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_uses_up_nothing()
    {
        await using var host = await StartAsync();
        var code = host.Code;

        using var wrong = await host.SignInAsync(code: new string('A', 43));
        using var right = await host.SignInAsync(code: code);

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before()
    {
        await using var host = await StartAsync();
        var (before, _) = (host.Code, host.Code);

        using var answer = await host.SignInAsync(code: before);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_is_no_token()
    {
        await using var host = await StartAsync();

        using var answer = await host.GetAsync("/hooklatch/api/session", host.Code);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Outside_of_Development_the_address_holds_no_code()
    {
        await using var host = await ConsoleHost.StartAsync([
            .. ConsoleHost.Tokens,
            ("Hooklatch:PublicUrl", "https://hooks.example.com/x"),
        ]);

        Assert.Equal("https://hooks.example.com/x/hooklatch/", host.Address);
    }

    [Fact]
    public async Task It_names_the_pattern_that_the_host_has_chosen()
    {
        await using var host = await ConsoleHost.StartAsync(use: app => app.MapGroup("/admin").MapHooklatchConsole("/hooks/"));

        Assert.Equal($"{host.Client.BaseAddress}admin/hooks/", host.Address);
    }
}
