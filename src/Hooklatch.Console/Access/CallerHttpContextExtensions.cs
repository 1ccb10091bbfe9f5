using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Who sent a request, once the gate of the console has let it pass.</summary>
internal static class CallerHttpContextExtensions
{
    /// <summary>Who sent it.</summary>
    /// <exception cref="InvalidOperationException">The gate has not seen the request.</exception>
    public static Caller Caller(this HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new InvalidOperationException("The gate of the console has not seen this request.");
}
