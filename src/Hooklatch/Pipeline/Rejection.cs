using System.ComponentModel;
using Hooklatch.Bodies;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Pipeline;

/// <summary>
/// Every answer by which Hooklatch itself refuses a delivery: the table of statuses in one place. A gate returns one of these or
/// <see langword="null"/>; only <see cref="ResponseWriter"/> writes it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Rejection
{
    internal static readonly Rejection NotFound = new(StatusCodes.Status404NotFound, null);
    internal static readonly Rejection MissingSignature = new(StatusCodes.Status400BadRequest, "Missing signature");
    internal static readonly Rejection MissingToken = new(StatusCodes.Status400BadRequest, "Missing token");
    internal static readonly Rejection InvalidSignature = new(StatusCodes.Status403Forbidden, "Invalid signature");
    internal static readonly Rejection InvalidToken = new(StatusCodes.Status403Forbidden, "Invalid token");
    internal static readonly Rejection TimestampOutsideTolerance = new(StatusCodes.Status403Forbidden, "Timestamp outside tolerance");
    internal static readonly Rejection SecretNotConfigured = new(StatusCodes.Status500InternalServerError, "Webhook secret not configured");
    internal static readonly Rejection PublicUrlNotConfigured = new(StatusCodes.Status500InternalServerError, "Public URL not configured");
    internal static readonly Rejection KeyUnavailable = new(StatusCodes.Status503ServiceUnavailable, "Signing key not available")
    {
        RetryAfterSeconds = 30,
    };
    internal static readonly Rejection SecretNotAvailable = new(StatusCodes.Status503ServiceUnavailable, "Webhook secret not available")
    {
        RetryAfterSeconds = 30,
    };
    internal static readonly Rejection AddressNotAllowed = new(StatusCodes.Status403Forbidden, "Source address not allowed");
    internal static readonly Rejection InvalidHandshake = new(StatusCodes.Status403Forbidden, "Invalid handshake");
    internal static readonly Rejection SecretNotStored = new(StatusCodes.Status503ServiceUnavailable, "Webhook secret could not be stored")
    {
        RetryAfterSeconds = 30,
    };
    internal static readonly Rejection CopyIsRunning = new(StatusCodes.Status503ServiceUnavailable, "The delivery is being processed")
    {
        RetryAfterSeconds = 5,
    };
    internal static readonly Rejection BodyTooLarge = new(StatusCodes.Status413PayloadTooLarge, null) { EndsConnection = true };
    internal static readonly Rejection BodyTooSlow = new(StatusCodes.Status408RequestTimeout, null) { EndsConnection = true };
    internal static readonly Rejection BodyIncomplete = new(StatusCodes.Status400BadRequest, "Incomplete request body")
    {
        EndsConnection = true,
    };
    internal static readonly Rejection OutOfBudget = new(StatusCodes.Status503ServiceUnavailable, null)
    {
        EndsConnection = true,
        RetryAfterSeconds = 5,
    };
    internal static readonly Rejection WrongMediaType = new(
        StatusCodes.Status415UnsupportedMediaType,
        "The endpoint does not accept this media type"
    );
    internal static readonly Rejection WrongCharset = new(StatusCodes.Status415UnsupportedMediaType, "Only UTF-8 is accepted");
    internal static readonly Rejection ContentEncoding = new(
        StatusCodes.Status415UnsupportedMediaType,
        "A Content-Encoding is not accepted"
    );
    internal static readonly Rejection InvalidJson = new(StatusCodes.Status400BadRequest, "Invalid JSON payload");
    internal static readonly Rejection HandlerFailed = new(StatusCodes.Status500InternalServerError, null);

    /// <summary>Whatever a server reports of a body that a handler reads while it arrives.</summary>
    internal static Rejection Of(BadHttpRequestException error) =>
        error.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
            StatusCodes.Status408RequestTimeout => BodyTooSlow,
            _ => BodyIncomplete,
        };

    internal static Rejection MalformedForm(string reason) => new(StatusCodes.Status400BadRequest, reason);

    private Rejection(int status, string? detail)
    {
        Status = status;
        Detail = detail;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The <c>detail</c> member of the problem, if there is one.</summary>
    public string? Detail { get; }

    /// <summary>The methods that the path does answer, for <c>Allow</c>.</summary>
    internal string? Allow { get; private init; }

    /// <summary>Seconds for <c>Retry-After</c>; 0 for none.</summary>
    internal int RetryAfterSeconds { get; private init; }

    /// <summary>Whether the rest of the body is not worth reading, so that the connection is closed after the answer.</summary>
    internal bool EndsConnection { get; private init; }

    internal static Rejection Of(BodyFailure failure) =>
        failure switch
        {
            BodyFailure.TooLarge => BodyTooLarge,
            BodyFailure.TooSlow => BodyTooSlow,
            BodyFailure.NoBudget or BodyFailure.NoStorage => OutOfBudget,
            _ => BodyIncomplete,
        };

    /// <summary>A sender that could not be verified, with the status that its provider expects.</summary>
    internal Rejection WithInvalidStatus(int status) =>
        status != Status && (this == InvalidSignature || this == InvalidToken || this == TimestampOutsideTolerance)
            ? new Rejection(status, Detail)
            : this;

    internal static Rejection MissingEnvelope(string field) => new(StatusCodes.Status400BadRequest, $"The form field '{field}' is missing");

    /// <param name="status">404 or 503, as the host is configured.</param>
    internal static Rejection Disabled(int status) => status == NotFound.Status ? NotFound : new(status, null);

    internal static Rejection MethodNotAllowed(string allow) =>
        new(StatusCodes.Status405MethodNotAllowed, "Method Not Allowed") { Allow = allow };
}
