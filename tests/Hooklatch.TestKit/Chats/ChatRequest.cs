using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.TestKit.Chats;

/// <summary>What a chat service was sent.</summary>
/// <param name="Target">The method, path and query, as on the wire.</param>
/// <param name="Form">The body as ASP.NET Core reads it, if it is a form.</param>
internal sealed record ChatRequest(string Target, IReadOnlyDictionary<string, StringValues> Headers, byte[] Body, IFormCollection? Form)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The body of a multipart form, whose boundary is another one each time.</summary>
    public string TextBetween(string boundary) =>
        Text.Replace(Header("Content-Type")!.Split("boundary=")[1], boundary, StringComparison.Ordinal);

    public static async Task<ChatRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        body.Position = 0;
        request.Body = body;
        var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        return new ChatRequest($"{request.Method} {request.Path}{request.QueryString}", headers, body.ToArray(), form);
    }
}
