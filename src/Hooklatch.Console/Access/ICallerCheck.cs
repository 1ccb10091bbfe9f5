using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Says of a request that goes on for long whether its caller may still do what it was let in for.</summary>
internal interface ICallerCheck
{
    /// <summary>Whether the token or the session of the request is still good, and still has its role.</summary>
    bool IsStillAllowed(HttpContext http);
}
