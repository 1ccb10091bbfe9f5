using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Finds out who sends a request. A stream asks again from time to time: it ends with its token, or its session.</summary>
internal sealed class Authenticator(ConsoleTokens tokens, SessionCookie cookie, HostUsers users, Peers peers)
{
    /// <returns>The caller, or <see langword="null"/> for nobody that is known.</returns>
    public Caller? Find(HttpContext http)
    {
        if (HostUsers.Decide(http.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty))
        {
            return http.User.Identity?.IsAuthenticated == true && users.RoleOf(http.User) is { } role
                ? new Caller(HostUsers.NameOf(http.User), role, peers.Of(http)) { By = ByOf(http) }
                : null;
        }

        if (HasBearer(http, out var presented))
        {
            // A wrong token is not made good by a cookie.
            return tokens.Find(presented) is { } token ? Of(token, Credential.Bearer, http) : null;
        }

        return cookie.Read(http) is { } session ? Of(session.Token, Credential.Cookie, http) : null;
    }

    /// <summary>Whether a request shows a token itself.</summary>
    public static bool HasBearer(HttpContext http, out string token)
    {
        var isBearer =
            AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
            && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase);
        token = isBearer ? header!.Parameter ?? "" : "";
        return isBearer;
    }

    /// <summary>No browser adds a bearer token by itself; anything else that the host goes by, it may.</summary>
    private static Credential ByOf(HttpContext http) => HasBearer(http, out _) ? Credential.Bearer : Credential.Host;

    private Caller Of(KnownToken token, Credential by, HttpContext http) => new(token.Name, token.Role, peers.Of(http)) { By = by };
}
