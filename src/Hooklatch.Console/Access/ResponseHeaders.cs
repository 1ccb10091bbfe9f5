using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>What every answer of the console tells a browser not to do.</summary>
internal static class ResponseHeaders
{
    /// <summary>No script and no style but those of the console, no other site, and no text that becomes a script.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    public static void AddTo(HttpResponse response, bool isApi)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (isApi)
        {
            headers.CacheControl = "no-store";
        }
    }
}
