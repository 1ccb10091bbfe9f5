using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Overview;

/// <summary>Where senders reach the host: as <c>Hooklatch:PublicUrl</c> says, else as the request itself came, whose host the gate has checked.</summary>
internal sealed class BaseUrl(HooklatchOptions options)
{
    /// <summary>The URL that a path is appended to, without a slash at its end.</summary>
    public string Of(HttpRequest request) =>
        (
            options.PublicUrl?.AbsoluteUri ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}"
        ).TrimEnd('/');
}
