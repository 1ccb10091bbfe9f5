using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Routing;

/// <summary>Paths and methods that are easily confused. Each answers with the name of its handler.</summary>
internal static class RouteHooks
{
    [Webhook("/resource", Methods = ["POST"])]
    [Unverified("a test")]
    public static Task<string> Post() => Task.FromResult(nameof(Post));

    [Webhook("/resource", Methods = ["GET"])]
    [Unverified("a test")]
    public static Task<string> Get() => Task.FromResult(nameof(Get));

    [Webhook("/resource", Methods = ["DELETE"])]
    [Unverified("a test")]
    public static Task<string> Delete() => Task.FromResult(nameof(Delete));

    [Webhook("/any")]
    [Unverified("a test")]
    public static Task<string> Any(HttpRequest request) => Task.FromResult(request.Method);

    [Webhook("/mixed", Methods = ["PUT"])]
    [Unverified("a test")]
    public static Task<string> MixedPut() => Task.FromResult(nameof(MixedPut));

    [Webhook("/mixed")]
    [Unverified("a test")]
    public static Task<string> MixedRest() => Task.FromResult(nameof(MixedRest));

    [Webhook("/case")]
    [Unverified("a test")]
    public static Task<string> LowerCase() => Task.FromResult(nameof(LowerCase));

    [Webhook("/CASE")]
    [Unverified("a test")]
    public static Task<string> UpperCase() => Task.FromResult(nameof(UpperCase));

    [Webhook("/slash/")]
    [Unverified("a test")]
    public static Task<string> TrailingSlash() => Task.FromResult(nameof(TrailingSlash));

    [Webhook("/")]
    [Unverified("a test")]
    public static Task<string> Root() => Task.FromResult(nameof(Root));
}
