using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hooklatch.Console.Tests.Access;

/// <summary>A host's own authentication: a user is whom a header names, with claims as <c>type=value</c> in another.</summary>
internal sealed class TestUsers(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Scheme0 = "test";
    public const string User = "X-User";
    public const string Claims = "X-Claims";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[User] is not [{ } name])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var claims = $"{Request.Headers[Claims]}"
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(claim => claim.Split('='))
            .Select(claim => new Claim(claim[0] == "role" ? ClaimTypes.Role : claim[0], claim[1]));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), .. claims], Scheme0);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme0)));
    }
}
