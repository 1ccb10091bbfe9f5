using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Where the host's own authentication let the caller in, which asks no second time.</summary>
internal sealed class UncheckedCaller : ICallerCheck
{
    public bool IsStillAllowed(HttpContext http) => true;
}
