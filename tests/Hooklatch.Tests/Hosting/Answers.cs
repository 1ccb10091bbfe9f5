using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hooklatch.Tests.Hosting;

/// <summary>What a test expects of an answer.</summary>
internal static class Answers
{
    /// <summary>
    /// An RFC 9457 problem of this status and exactly this detail; null for none. A detail that begins with "Missing" may go on with the name of what is
    /// missing, which <c>MissingNameTests</c> compare.
    /// </summary>
    public static async Task<JsonObject> IsProblemAsync(this HttpResponseMessage response, int status, string? detail)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(status, (int)problem["status"]!);
        var told = (string?)problem["detail"];
        var isNamed =
            detail is "Missing signature" or "Missing token"
            && told?.StartsWith(detail + ": ", StringComparison.Ordinal) == true
            && told.EndsWith(" is missing", StringComparison.Ordinal);
        Assert.Equal(detail, isNamed ? detail : told);
        return problem;
    }

    public static Task<string> TextAsync(this HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    /// <summary>The answer with its headers, less the two that differ between any two answers: when, and the trace.</summary>
    public static async Task<string> WholeAsync(this HttpResponseMessage response)
    {
        response.Headers.Date = null;
        var body = await response.TextAsync();
        var trace = body.IndexOf("\"traceId\"", StringComparison.Ordinal);
        return $"{(int)response.StatusCode} {response.Headers} {response.Content.Headers} {(trace < 0 ? body : body[..trace])}";
    }

    public static async Task IsProblemAsync(this Task<HttpResponseMessage> response, int status, string? detail) =>
        await (await response).IsProblemAsync(status, detail);

    public static async Task IsAsync(this Task<HttpResponseMessage> response, int status) =>
        Assert.Equal(status, (int)(await response).StatusCode);

    public static async Task IsAsync(this Task<HttpResponseMessage> response, int status, string body)
    {
        var answer = await response;
        Assert.Equal((status, body), ((int)answer.StatusCode, await answer.TextAsync()));
    }

    /// <summary>The member <c>errors</c> of a problem: the parameters that are wrong, sorted.</summary>
    public static async Task<string> WrongParametersAsync(this Task<HttpResponseMessage> response)
    {
        var problem = await (await response).IsProblemAsync(400, null);
        return string.Join(' ', problem["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal));
    }
}
