using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Finds out anew who sends a request that goes on: a token may have been taken away since, a session may have ended.</summary>
internal sealed class CallerCheck(Authenticator authenticator) : ICallerCheck
{
    public bool IsStillAllowed(HttpContext http) => authenticator.Find(http) is { } caller && caller.May(http.Caller().Role);
}
