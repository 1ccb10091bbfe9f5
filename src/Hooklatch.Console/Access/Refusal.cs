using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Console.Access;

/// <summary>Why a request is not answered, and how it is told (RFC 9457).</summary>
/// <param name="Status">The status.</param>
/// <param name="Title">What went wrong.</param>
/// <param name="Detail">What to do.</param>
internal sealed record Refusal(int Status, string Title, string? Detail)
{
    /// <summary>For a console that is off: it answers as a host that has none.</summary>
    public static Refusal Nothing { get; } = new(StatusCodes.Status404NotFound, "", null);

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal TooMany(TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, "Too many wrong sign-ins.", "Wait a minute, then try again.") { RetryAfter = wait };

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (this == Nothing)
        {
            return;
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (RetryAfter is { } wait)
        {
            http.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds)
                .ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        }

        await http.Response.WriteAsJsonAsync(
            new Problem
            {
                Title = Title,
                Status = Status,
                Detail = Detail,
            },
            ManagementJson.Default.Problem,
            "application/problem+json",
            http.RequestAborted
        );
    }
}
