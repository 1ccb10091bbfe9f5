using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Tests.Routing;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NoteAttribute(string text, params int[] numbers) : Attribute
{
    public string Text { get; } = text;

    public int[] Numbers { get; } = numbers;

    public Type? Type { get; set; }
}

[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class NotInheritedAttribute : Attribute;

[Note("base")]
[NotInherited]
internal abstract class NotedHooks;

/// <summary>Carries attributes of ASP.NET Core and of its own on the class and on methods.</summary>
[Note("class", 1, 2)]
[Tags("of the class")]
internal sealed class MetadataHooks : NotedHooks
{
    [Webhook("/metadata/all")]
    [Unverified("a test")]
    [Note("\"method\"", Type = typeof(List<string>))]
    [EndpointSummary("A summary.")]
    [EndpointDescription("A description.")]
    [DisableCors]
    [HttpLogging(HttpLoggingFields.RequestMethod | HttpLoggingFields.ResponseStatusCode, RequestBodyLogLimit = 7)]
    public static Task All() => Task.CompletedTask;

    [Webhook("/metadata/authorize")]
    [Unverified("a test")]
    [Authorize("known", Roles = "admin")]
    public static Task<string> Authorized() => Task.FromResult("let in");

    [Webhook("/metadata/limited")]
    [Unverified("a test")]
    [EnableRateLimiting("one")]
    public static Task Limited() => Task.CompletedTask;

    [Webhook("/metadata/cors", Methods = ["GET"])]
    [Unverified("a test")]
    [EnableCors("browser")]
    public static Task Cors() => Task.CompletedTask;

    [Webhook("/metadata/timed")]
    [Unverified("a test")]
    [RequestTimeout(50)]
    public static async Task<string> Timed(HttpContext http)
    {
        await Task.Delay(Timeout.Infinite, http.RequestAborted);
        return "never";
    }
}
