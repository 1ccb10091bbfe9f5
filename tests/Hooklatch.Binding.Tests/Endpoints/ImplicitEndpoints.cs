using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>A record whose members are parameters.</summary>
public sealed record Search(
    string Tenant,
    [FromQuery(Name = "q")] string? Text,
    int Page = 1,
    [FromHeader(Name = "X-Trace")] Guid? Trace = null
);

/// <summary>A class whose properties are parameters.</summary>
public sealed class Paging
{
    public int Page { get; set; }

    public int? Size { get; set; }

    [FromHeader(Name = "X-Order")]
    public Color Order { get; set; }

    [FromQuery(Name = "tag")]
    public string[] Tags { get; set; } = [];
}

/// <summary>A structure with a body.</summary>
public readonly record struct Change([FromRoute] int Id, [FromBody] Payload Payload);

/// <summary>Sources that the type decides, and objects of parameters.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class ImplicitEndpoints
{
    [Webhook("/implicit/text")]
    public static Task<string> Text(string text, int? number, Color? color) => Of(text, number, color);

    [Webhook("/implicit/own")]
    public static Task<string> Own(Money price, Celsius? heat, Tag tag) => Of(price, heat, tag);

    [Webhook("/implicit/array")]
    public static Task<string> Array(int[] numbers) => Of(numbers);

    [Webhook("/implicit/get", Methods = ["GET"])]
    public static Task<string> Get(int[] numbers, string[] texts) => Of(numbers, texts);

    [Webhook("/implicit/{id}/route")]
    public static Task<string> Route(int id, string? text) => Of(id, text);

    [Webhook("/implicit/user")]
    public static Task<string> User(ClaimsPrincipal user, CancellationToken cancellation) =>
        Of(user.Identity!.IsAuthenticated, cancellation.IsCancellationRequested);

    [Webhook("/implicit/request")]
    public static Task<string> Request(HttpRequest request, HttpContext http, HttpResponse response) =>
        Of(request.Method, ReferenceEquals(request, http.Request), response.StatusCode);

    [Webhook("/self/required")]
    public static Task<string> BindsItself(Tenant tenant) => Of(tenant);

    [Webhook("/self/optional")]
    public static Task<string> MayBindItself(Tenant? tenant) => Of(tenant);

    [Webhook("/members/{tenant}/search")]
    public static Task<string> Search([AsParameters] Search search) => Of(search);

    [Webhook("/members/paging")]
    public static Task<string> Paging([AsParameters] Paging paging) => Of(paging);

    [Webhook("/members/{id}/change")]
    public static Task<string> Change([AsParameters] Change change) => Of(change);
}
