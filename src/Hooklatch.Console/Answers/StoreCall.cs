using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hooklatch.Console.Access;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Answers;

/// <summary>Maps the endpoints of the API that ask the store, and turns whatever goes wrong into an answer with words.</summary>
internal static class StoreCall
{
    /// <summary>What a host without a store is told, where something is to be done with a delivery.</summary>
    public const string NoStore =
        "This host keeps no deliveries. Reference Hooklatch.Sqlite and call AddSqliteInbox(), or Hooklatch.Postgres and AddPostgresInbox().";

    /// <summary>The longest body of a request to the API, in bytes.</summary>
    private const int MaxBody = 64 << 10;

    /// <summary>Maps an endpoint.</summary>
    /// <param name="api">Where the API is.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="role">What its caller has to be allowed.</param>
    /// <param name="answer">Makes the answer.</param>
    public static void Map(
        IEndpointRouteBuilder api,
        string method,
        string pattern,
        ConsoleRole role,
        Func<HttpContext, Task<IResult>> answer
    ) => api.MapMethods(pattern, [method], new RequestDelegate(http => AnswerAsync(http, answer))).WithMetadata(new RequiredRole(role));

    /// <summary>What a person does with the inbox; <see langword="null"/> where the host has no store.</summary>
    public static IInboxOperations? Inbox(this HttpContext http) => http.RequestServices.GetService<IInboxOperations>();

    /// <summary>The same for what changes something.</summary>
    /// <exception cref="ConflictException">The host has no store.</exception>
    public static IInboxOperations RequireInbox(this HttpContext http) => http.Inbox() ?? throw new ConflictException(NoStore);

    /// <summary>The id in the path; <see langword="null"/> where it is none.</summary>
    public static long? Id(this HttpContext http) => QueryText.TryId(http.Request.RouteValues["id"] as string);

    /// <summary>An answer in JSON.</summary>
    public static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(value, type, statusCode: status);

    /// <summary>Why there is no answer (RFC 9457).</summary>
    public static IResult Problem(int status, string title, string? detail = null) =>
        TypedResults.Json(
            new Problem
            {
                Title = title,
                Status = status,
                Detail = detail,
            },
            ManagementJson.Default.Problem,
            "application/problem+json",
            status
        );

    /// <summary>There is no delivery of the id.</summary>
    public static IResult NotFound(string? id) =>
        Problem(
            StatusCodes.Status404NotFound,
            "There is no such delivery",
            $"No delivery has the id {LogText.Safe(id)}: it was dropped or erased, or never came."
        );

    /// <summary>Reads the body of a request. A member that nobody knows is refused, since a filter without it would find more.</summary>
    /// <returns><see langword="null"/> where there is none.</returns>
    /// <exception cref="BadInputException">It is no such JSON.</exception>
    public static async ValueTask<T?> ReadAsync<T>(this HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxBody)
            {
                throw new BadInputException($"The body is longer than {MaxBody} bytes.");
            }

            body.Write(buffer, 0, read);
        }

        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), type);
        }
        catch (JsonException error)
        {
            var place = error.Path is { Length: > 1 } path ? $" at {LogText.Safe(path)}" : "";
            throw new BadInputException(
                $"The body is not the JSON that is expected{place}: a member is missing, unknown or of another type."
            );
        }
    }

    private static async Task AnswerAsync(HttpContext http, Func<HttpContext, Task<IResult>> answer)
    {
        IResult result;
        try
        {
            result = await answer(http);
        }
        catch (BadInputException error)
        {
            result = Problem(StatusCodes.Status400BadRequest, "The request cannot be read", error.Message);
        }
        catch (ConflictException error)
        {
            result = Problem(StatusCodes.Status409Conflict, "That cannot be done now", error.Message);
        }
        catch (InvalidDataException error)
        {
            result = Problem(StatusCodes.Status409Conflict, "The delivery cannot be read", error.Message);
        }
        catch (InboxUnavailableException error)
        {
            result = Problem(StatusCodes.Status503ServiceUnavailable, "The store cannot be used now", error.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        await result.ExecuteAsync(http);
    }
}
