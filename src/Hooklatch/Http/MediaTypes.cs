using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Http;

/// <summary>What a request says that its body is.</summary>
internal static class MediaTypes
{
    /// <summary>Whether the request is a form whose fields are in its body as they are in a URL.</summary>
    public static bool IsForm(HttpRequest request) =>
        !IsUsualJson(request.ContentType) && BoundedMediaType.TryParse(request.ContentType, out var type) && IsForm(type);

    public static bool IsForm(MediaTypeHeaderValue type) => Is(type, "application/x-www-form-urlencoded");

    /// <summary>The two spellings that nearly every sender uses need no parser.</summary>
    public static bool IsUsualJson(string? contentType) => contentType is "application/json" or "application/json; charset=utf-8";

    public static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}
