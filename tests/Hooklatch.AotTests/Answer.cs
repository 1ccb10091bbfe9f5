using System.Net;
using System.Text.Json.Nodes;

namespace Hooklatch.AotTests;

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, string? MediaType, string Body, IReadOnlyCollection<string> Allow)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public static async Task<Answer> ReadAsync(Task<HttpResponseMessage> response)
    {
        using var message = await response;
        var body = await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(message.StatusCode, message.Content.Headers.ContentType?.MediaType, body, [.. message.Content.Headers.Allow]);
    }

    /// <summary>Holds if this is an RFC 9457 problem with that status and detail.</summary>
    public void AssertProblem(HttpStatusCode status, string? detail)
    {
        Assert.Equal((status, "application/problem+json"), (Status, MediaType));
        Assert.Equal(((int)status, detail), ((int)Json["status"]!, (string?)Json["detail"]));
    }
}
