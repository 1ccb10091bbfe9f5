using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>The cookie that holds a session.</summary>
internal sealed class SessionCookie(SessionSeal seal, PublicOrigin origin)
{
    public const string Name = "hooklatch_console";

    /// <summary>On https: browsers take a cookie of such a name only from the host itself, over https and for the whole host.</summary>
    public const string SecureName = "__Host-" + Name;

    /// <summary>The session of a request.</summary>
    public Session? Read(HttpContext http) => seal.Read(http.Request.Cookies[origin.IsSecure(http) ? SecureName : Name]);

    /// <summary>Begins a session.</summary>
    /// <param name="http">The request that signs in.</param>
    /// <param name="token">With which token.</param>
    /// <param name="lifetime">How long it lasts.</param>
    public void Begin(HttpContext http, KnownToken token, TimeSpan lifetime)
    {
        var options = OptionsFor(http);
        options.MaxAge = lifetime;
        http.Response.Cookies.Append(origin.IsSecure(http) ? SecureName : Name, seal.Write(token), options);
    }

    /// <summary>Has the browser forget it.</summary>
    public void Forget(HttpContext http) => http.Response.Cookies.Delete(origin.IsSecure(http) ? SecureName : Name, OptionsFor(http));

    private CookieOptions OptionsFor(HttpContext http)
    {
        var isSecure = origin.IsSecure(http);
        return new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = isSecure,
            Path = isSecure ? "/" : PathOf(http.Request),
            IsEssential = true,
        };
    }

    /// <summary>The path of the page, wherever the host or a proxy has put it: that of the request without what the API adds.</summary>
    private static string PathOf(HttpRequest request)
    {
        const string Session = "/api/session";
        // A semicolon may stand in a path and would end the attribute.
        var path = (request.PathBase + request.Path).ToUriComponent().TrimEnd('/').Replace(";", "%3B", StringComparison.Ordinal);
        return path.EndsWith(Session, StringComparison.OrdinalIgnoreCase) && path.Length > Session.Length ? path[..^Session.Length] : "/";
    }
}
