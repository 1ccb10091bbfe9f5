using Hooklatch.Console.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Access;

/// <summary>A console behind the host's own authentication.</summary>
public sealed class HostAuthenticationTests
{
    private static Task<ConsoleHost> StartAsync(
        Func<IEndpointConventionBuilder, IEndpointConventionBuilder>? convene = null,
        params (string, string?)[] settings
    ) =>
        ConsoleHost.StartAsync(
            settings,
            configure: builder =>
            {
                builder
                    .Services.AddAuthentication(TestUsers.Scheme0)
                    .AddScheme<AuthenticationSchemeOptions, TestUsers>(TestUsers.Scheme0, null);
                builder.Services.AddAuthorization();
            },
            use: app =>
            {
                var console = app.MapHooklatchConsole();
                ConsoleHost.AddProbes(console);
                _ = convene is null ? console.RequireAuthorization() : convene(console);
            }
        );

    [Fact]
    public async Task A_user_of_the_host_needs_no_token_and_reads()
    {
        await using var host = await StartAsync();

        var session = await ConsoleHost.SessionAsync(
            await host.GetAsync("/hooklatch/api/session", headers: (TestUsers.User, "ada@example.com"))
        );

        Assert.Equal(("ada@example.com", "read", false), (session.Name, session.Role, session.CanSignOut));
        Assert.Empty(host.Log.Named("ConsoleOff"));
        Assert.Equal($"{host.Client.BaseAddress}hooklatch/", host.Address);
    }

    [Theory]
    [InlineData("/hooklatch/")]
    [InlineData("/hooklatch/api/session")]
    public async Task Who_is_nobody_of_the_host_is_refused_with_a_token_as_without(string path)
    {
        await using var host = await StartAsync(settings: ConsoleHost.Tokens);

        using var stranger = await host.GetAsync(path);
        using var token = await host.GetAsync(path, ConsoleHost.Operator);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
    }

    [Theory]
    [InlineData("", "Read", HttpStatusCode.OK)]
    [InlineData("", "Bodies", HttpStatusCode.Forbidden)]
    [InlineData("hooklatch_role=bodies", "Bodies", HttpStatusCode.OK)]
    [InlineData("hooklatch_role=bodies", "Operate", HttpStatusCode.Forbidden)]
    [InlineData("hooklatch_role=operate", "Operate", HttpStatusCode.OK)]
    [InlineData("hooklatch_role=read hooklatch_role=operate", "Operate", HttpStatusCode.OK)]
    [InlineData("role=hooklatch-operate", "Operate", HttpStatusCode.OK)]
    [InlineData("role=hooklatch-bodies", "Bodies", HttpStatusCode.OK)]
    [InlineData("role=hooklatch-read", "Bodies", HttpStatusCode.Forbidden)]
    [InlineData("role=admin", "Bodies", HttpStatusCode.Forbidden)]
    [InlineData("hooklatch_role=none", "Read", HttpStatusCode.Forbidden)]
    [InlineData("hooklatch_role=2", "Read", HttpStatusCode.Forbidden)]
    [InlineData("hooklatch_role=none role=hooklatch-bodies", "Bodies", HttpStatusCode.OK)]
    public async Task A_claim_or_a_membership_gives_the_role(string claims, string needed, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        using var answer = await host.GetAsync(
            $"/hooklatch/api/probe/{needed}",
            headers: [(TestUsers.User, "ada"), (TestUsers.Claims, claims)]
        );

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_host_names_the_claim_and_the_roles_itself()
    {
        await using var host = await StartAsync(
            null,
            ("Hooklatch:Console:RoleClaim", "groups"),
            ("Hooklatch:Console:OperateRole", "webhook-admins")
        );

        using var claim = await host.GetAsync(
            "/hooklatch/api/probe/Bodies",
            headers: [(TestUsers.User, "ada"), (TestUsers.Claims, "groups=bodies")]
        );
        using var role = await host.GetAsync(
            "/hooklatch/api/probe/Operate",
            headers: [(TestUsers.User, "ada"), (TestUsers.Claims, "role=webhook-admins")]
        );

        Assert.Equal(HttpStatusCode.OK, claim.StatusCode);
        Assert.Equal(HttpStatusCode.OK, role.StatusCode);
    }

    [Fact]
    public async Task What_a_user_changes_needs_the_header_since_a_browser_may_know_the_user_by_a_cookie()
    {
        await using var host = await StartAsync();
        (string, string?)[] user = [(TestUsers.User, "ada"), (TestUsers.Claims, "hooklatch_role=operate")];

        using var without = await host.SendAsync(HttpMethod.Post, "/hooklatch/api/probe/Operate", headers: user);
        using var with = await host.SendAsync(
            HttpMethod.Post,
            "/hooklatch/api/probe/Operate",
            headers: [.. user, (CrossSiteCheck.Header, "1")]
        );

        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task Nobody_signs_in_or_out_by_the_console()
    {
        await using var host = await StartAsync(settings: ConsoleHost.Tokens);

        using var signIn = await host.SignInAsync(ConsoleHost.Operator, headers: (TestUsers.User, "ada"));
        using var signOut = await host.SendAsync(
            HttpMethod.Delete,
            "/hooklatch/api/session",
            headers: [(TestUsers.User, "ada"), (CrossSiteCheck.Header, "1")]
        );

        Assert.Equal(HttpStatusCode.Conflict, signIn.StatusCode);
        Assert.False(signIn.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.Conflict, signOut.StatusCode);
    }

    [Fact]
    public async Task Where_anonymous_users_are_allowed_again_tokens_decide()
    {
        await using var host = await StartAsync(console => console.RequireAuthorization().AllowAnonymous(), ConsoleHost.Tokens);

        using var user = await host.GetAsync(
            "/hooklatch/api/session",
            headers: [(TestUsers.User, "ada"), (TestUsers.Claims, "hooklatch_role=operate")]
        );

        Assert.Equal(HttpStatusCode.Unauthorized, user.StatusCode);
        await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader));
    }

    [Fact]
    public async Task It_makes_no_token_in_Development()
    {
        await using var host = await ConsoleHost.StartAsync(
            [],
            "Development",
            configure: builder =>
            {
                builder
                    .Services.AddAuthentication(TestUsers.Scheme0)
                    .AddScheme<AuthenticationSchemeOptions, TestUsers>(TestUsers.Scheme0, null);
                builder.Services.AddAuthorization();
            },
            use: app => app.MapHooklatchConsole().RequireAuthorization()
        );

        Assert.False(File.Exists(host.TokenPath));
        Assert.DoesNotContain("#login=", host.Address, StringComparison.Ordinal);
    }
}
