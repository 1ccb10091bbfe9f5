using System.IO.Pipelines;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Bodies as they are.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class BodyEndpoints
{
    [Webhook("/body/stream")]
    public static Task<string> Stream(Stream body) => Hash(body);

    [Webhook("/body/pipe")]
    public static Task<string> Pipe(PipeReader body) => Hash(body.AsStream());

    [Webhook("/body/request")]
    public static Task<string> Request(HttpRequest request) => Hash(request.Body);

    [Webhook("/body/ignored")]
    public static Task<string> Ignored(string? text) => Of(text);

    private static async Task<string> Hash(Stream body) => Convert.ToHexString(await SHA256.HashDataAsync(body));
}
