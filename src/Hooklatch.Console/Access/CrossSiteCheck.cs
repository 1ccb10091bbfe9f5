using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>
/// Refuses what a page of another site has a browser send, with whatever the browser adds by itself: a cookie, or what the host's own authentication goes by.
/// </summary>
internal sealed class CrossSiteCheck(PublicOrigin origin)
{
    public const string Header = "X-Hooklatch-Console";

    private const string FetchSite = "Sec-Fetch-Site";

    public Refusal? Check(HttpContext http)
    {
        var request = http.Request;
        // Another port of this machine is the same site, and may be anybody's.
        if (request.Headers[FetchSite] is [{ } site, ..] && site is not ("same-origin" or "none"))
        {
            return OfAnotherSite();
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        // A page of another site can neither set this header nor learn that it should, without being asked for its permission first.
        if (request.Headers[Header] is not ["1"])
        {
            return new Refusal(
                StatusCodes.Status403Forbidden,
                $"The header {Header} is missing.",
                $"Send {Header}: 1 with what changes something, or call with Authorization: Bearer."
            );
        }

        return request.Headers.Origin is [{ } sender, ..] && !origin.IsOwn(sender, http) ? OfAnotherSite() : null;
    }

    private static Refusal OfAnotherSite() =>
        new(
            StatusCodes.Status403Forbidden,
            "The request comes from another site.",
            "Open the console itself. Behind a proxy, have it pass the Host header on, or set Hooklatch:PublicUrl."
        );
}
