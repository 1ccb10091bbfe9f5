using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Bodies;

/// <summary>The server's own limit on bodies, 30 MB by default.</summary>
internal static class ServerBodyLimit
{
    /// <summary>Lifts it, since we count for ourselves and an endpoint may take more.</summary>
    public static void Lift(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }
}
