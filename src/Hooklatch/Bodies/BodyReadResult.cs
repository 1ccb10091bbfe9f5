using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies;

/// <summary>A body, or why there is none. The receiver disposes the body before the request ends.</summary>
internal readonly record struct BodyReadResult
{
    private BodyReadResult(WebhookBody? body, BodyFailure failure, int statusCode, Exception? error) =>
        (Body, Failure, StatusCode, Error) = (body, failure, statusCode, error);

    public WebhookBody? Body { get; }

    public BodyFailure Failure { get; }

    /// <summary>The status of the answer: 200 for a body.</summary>
    public int StatusCode { get; }

    /// <summary>What the server or the disk said, for the log; never for the sender.</summary>
    public Exception? Error { get; }

    [MemberNotNullWhen(true, nameof(Body))]
    public bool Succeeded => Body is not null;

    public static BodyReadResult Read(WebhookBody body) => new(body, BodyFailure.None, StatusCodes.Status200OK, error: null);

    public static BodyReadResult Failed(BodyFailure failure, Exception? error = null) => new(null, failure, StatusOf(failure), error);

    /// <summary>Translates what the server throws while a body arrives.</summary>
    public static BodyReadResult From(Exception error) =>
        error switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Failed(BodyFailure.TooLarge, error),
            BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Failed(BodyFailure.TooSlow, error),
            BadHttpRequestException bad => new(null, BodyFailure.Aborted, bad.StatusCode, error),
            _ => Failed(BodyFailure.Aborted, error),
        };

    private static int StatusOf(BodyFailure failure) =>
        failure switch
        {
            BodyFailure.TooLarge => StatusCodes.Status413PayloadTooLarge,
            BodyFailure.TooSlow => StatusCodes.Status408RequestTimeout,
            BodyFailure.NoBudget or BodyFailure.NoStorage => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };
}
