using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Api;

/// <summary>Writes the answers of the areas around plugins: JSON by the contracts, errors by RFC 9457.</summary>
internal static class ApiAnswer
{
    private const string ProblemType = "application/problem+json; charset=utf-8";

    /// <summary>Answers 200 with a document.</summary>
    public static Task WriteAsync<T>(HttpContext http, T value, JsonTypeInfo<T> type) =>
        WriteAsync(http, StatusCodes.Status200OK, "application/json; charset=utf-8", value, type);

    /// <summary>Answers that something cannot be done.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="title">What went wrong.</param>
    /// <param name="detail">More of it, and what to do.</param>
    public static Task WriteProblemAsync(HttpContext http, int status, string title, string? detail = null) =>
        WriteAsync(
            http,
            status,
            ProblemType,
            new Problem
            {
                Title = title,
                Status = status,
                Detail = detail,
            },
            ManagementJson.Default.Problem
        );

    /// <summary>The one value of a query parameter; <see langword="null"/> where there is none, or several.</summary>
    public static string? Query(HttpContext http, string name) => http.Request.Query[name] is [{ Length: > 0 } value] ? value : null;

    private static async Task WriteAsync<T>(HttpContext http, int status, string contentType, T value, JsonTypeInfo<T> type)
    {
        // Before the status is set: what cannot be written is a 500, not half an answer.
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(json, http.RequestAborted);
    }
}
