using System.ComponentModel;
using System.Text.Json;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Http;

/// <summary>
/// Every answer by which Hooklatch itself rejects a delivery: the table of statuses in one place. A gate returns one of these or
/// <see langword="null"/>; only <see cref="ResponseWriter"/> writes it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Rejection
{
    internal static readonly Rejection NotFound = new("not_found", StatusCodes.Status404NotFound, null)
    {
        LogDetail = "There is no such webhook",
    };
    internal static readonly Rejection MissingSignature = new("missing_signature", StatusCodes.Status400BadRequest, "Missing signature");
    internal static readonly Rejection MissingToken = new("missing_token", StatusCodes.Status400BadRequest, "Missing token");
    internal static readonly Rejection InvalidSignature = new("invalid_signature", StatusCodes.Status403Forbidden, "Invalid signature");
    internal static readonly Rejection InvalidToken = new("invalid_token", StatusCodes.Status403Forbidden, "Invalid token");
    internal static readonly Rejection TimestampOutsideTolerance = new(
        "timestamp",
        StatusCodes.Status403Forbidden,
        "Timestamp outside tolerance"
    );
    internal static readonly Rejection SecretNotConfigured = new(
        "secret_not_configured",
        StatusCodes.Status500InternalServerError,
        "Webhook secret not configured"
    );
    internal static readonly Rejection PublicUrlNotConfigured = new(
        "public_url_not_configured",
        StatusCodes.Status500InternalServerError,
        "Public URL not configured"
    );
    internal static readonly Rejection KeyUnavailable = new(
        "key_unavailable",
        StatusCodes.Status503ServiceUnavailable,
        "Signing key not available"
    )
    {
        RetryAfterSeconds = 30,
    };
    internal static readonly Rejection SecretNotAvailable = new(
        "secret_not_available",
        StatusCodes.Status503ServiceUnavailable,
        "Webhook secret not available"
    )
    {
        RetryAfterSeconds = 30,
    };
    internal static readonly Rejection SecretNotStored = new(
        "secret_not_stored",
        StatusCodes.Status503ServiceUnavailable,
        "Webhook secret could not be stored"
    )
    {
        RetryAfterSeconds = 30,
    };
    internal static readonly Rejection AddressNotAllowed = new("address", StatusCodes.Status403Forbidden, "Source address not allowed");
    internal static readonly Rejection InvalidHandshake = new("handshake", StatusCodes.Status403Forbidden, "Invalid handshake");
    internal static readonly Rejection DuplicateInProgress = new(
        "duplicate_in_progress",
        StatusCodes.Status503ServiceUnavailable,
        "The delivery is being processed"
    )
    {
        RetryAfterSeconds = 5,
    };
    internal static readonly Rejection BodyTooLarge = new("body_too_large", StatusCodes.Status413PayloadTooLarge, null)
    {
        LogDetail = "The body is larger than the endpoint accepts",
        ClosesConnection = true,
    };
    internal static readonly Rejection BodyTooSlow = new("body_too_slow", StatusCodes.Status408RequestTimeout, null)
    {
        LogDetail = "The body did not arrive in time",
        ClosesConnection = true,
    };
    internal static readonly Rejection BodyIncomplete = new("body_incomplete", StatusCodes.Status400BadRequest, "Incomplete request body")
    {
        ClosesConnection = true,
    };
    internal static readonly Rejection OutOfBudget = new("out_of_budget", StatusCodes.Status503ServiceUnavailable, null)
    {
        LogDetail = "Hooklatch:MemoryBudget or Hooklatch:DiskBudget, or the endpoint's quarter of it, is used up",
        ClosesConnection = true,
        RetryAfterSeconds = 5,
    };
    internal static readonly Rejection StorageFailed = new("storage", StatusCodes.Status503ServiceUnavailable, null)
    {
        LogDetail = "The body could not be written to Hooklatch:SpoolDirectory",
        ClosesConnection = true,
        RetryAfterSeconds = 30,
        IsOperatorsToMend = true,
    };
    internal static readonly Rejection InboxUnavailable = new("inbox_unavailable", StatusCodes.Status503ServiceUnavailable, null)
    {
        LogDetail = "The delivery could not be stored",
        RetryAfterSeconds = 30,
        IsOperatorsToMend = true,
    };
    internal static readonly Rejection InboxFull = new("inbox_full", StatusCodes.Status503ServiceUnavailable, null)
    {
        LogDetail = "The inbox has no room for the delivery",
        RetryAfterSeconds = 60,
        IsOperatorsToMend = true,
    };
    internal static readonly Rejection WrongMediaType = new(
        "media_type",
        StatusCodes.Status415UnsupportedMediaType,
        "The endpoint does not accept this media type"
    );
    internal static readonly Rejection WrongCharset = new("charset", StatusCodes.Status415UnsupportedMediaType, "Only UTF-8 is accepted");
    internal static readonly Rejection ContentEncoding = new(
        "content_encoding",
        StatusCodes.Status415UnsupportedMediaType,
        "A Content-Encoding is not accepted"
    );
    internal static readonly Rejection InvalidJson = new("invalid_json", StatusCodes.Status400BadRequest, "Invalid JSON payload");
    internal static readonly Rejection InvalidText = new("invalid_text", StatusCodes.Status400BadRequest, "The body is not UTF-8 text");
    internal static readonly Rejection NotAscii = new(
        "charset",
        StatusCodes.Status400BadRequest,
        "The body is not the US-ASCII that its charset says"
    );
    internal static readonly Rejection RepeatedName = new(
        "repeated_name",
        StatusCodes.Status400BadRequest,
        "The body names its event, id or challenge more than once"
    );
    internal static readonly Rejection HandlerFailed = new("handler_failed", StatusCodes.Status500InternalServerError, null)
    {
        LogDetail = "The handler failed",
    };

    /// <summary>Whatever a server reports of a body that a handler reads while it arrives.</summary>
    internal static Rejection Of(BadHttpRequestException error) =>
        error is MalformedFormException form
            ? MalformedForm(form.Failure.Message, isArriving: true)
            : error.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
                StatusCodes.Status408RequestTimeout => BodyTooSlow,
                StatusCodes.Status503ServiceUnavailable => OutOfBudget,
                _ => BodyIncomplete,
            };

    private static Rejection MalformedForm(string detail, bool isArriving = false) =>
        new("form", StatusCodes.Status400BadRequest, detail) { ClosesConnection = isArriving };

    private Rejection(string reason, int status, string? detail)
    {
        Reason = reason;
        Status = status;
        Detail = detail;
    }

    /// <summary>Why, in a word for metrics: there are as many as there are rejections, and none holds anything of the sender.</summary>
    internal string Reason { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The <c>detail</c> member of the problem, if there is one.</summary>
    public string? Detail { get; }

    /// <summary>The same for the log, where the sender is told nothing.</summary>
    internal string? LogDetail
    {
        get => field ?? Detail;
        private init;
    }

    /// <summary>Whether the sender sent nothing by which it could be verified.</summary>
    internal bool IsUnsigned => Reason == MissingSignature.Reason || Reason == MissingToken.Reason;

    /// <summary>Whether the sender could not be verified by what it sent.</summary>
    internal bool IsUnverified =>
        IsUnsigned || Reason == InvalidSignature.Reason || Reason == InvalidToken.Reason || Reason == TimestampOutsideTolerance.Reason;

    /// <summary>Why the sender could not be verified, for whoever develops the endpoint.</summary>
    internal JsonElement? Explanation { get; private set; }

    /// <summary>Whether only the operator can put it right, although the sender may try again.</summary>
    internal bool IsOperatorsToMend { get; private init; }

    /// <summary>The methods that the path does answer, for <c>Allow</c>.</summary>
    internal string? Allow { get; private init; }

    /// <summary>Seconds for <c>Retry-After</c>; 0 for none.</summary>
    internal int RetryAfterSeconds { get; private init; }

    /// <summary>Whether the rest of the body is not worth reading, so that the connection is closed after the answer.</summary>
    internal bool ClosesConnection { get; private init; }

    /// <summary>Whether the answer is its status alone.</summary>
    internal bool HasNoBody { get; private init; }

    internal static Rejection Of(BodyFailure failure) =>
        failure switch
        {
            BodyFailure.TooLarge => BodyTooLarge,
            BodyFailure.TooSlow => BodyTooSlow,
            BodyFailure.NoBudget => OutOfBudget,
            BodyFailure.NoStorage => StorageFailed,
            _ => BodyIncomplete,
        };

    internal static Rejection Of(FormFailure failure) =>
        failure.Kind is FormFailureKind.UnsupportedMediaType ? WrongMediaType : MalformedForm(failure.Message);

    /// <summary>The same with the name of what is missing, which comes from the endpoint's own attribute and never from the request.</summary>
    internal Rejection Naming(string missing) => new(Reason, Status, $"{Detail}: {missing} is missing");

    /// <summary>The same with an explanation in its problem.</summary>
    internal Rejection Explained(JsonElement explanation)
    {
        var explained = (Rejection)MemberwiseClone();
        explained.Explanation = explanation;
        return explained;
    }

    /// <summary>A sender that could not be verified, as its provider expects to hear of it.</summary>
    internal Rejection AsInvalid(int status, bool hasNoBody) =>
        (status != Status || hasNoBody) && (this == InvalidSignature || this == InvalidToken || this == TimestampOutsideTolerance)
            ? new Rejection(Reason, status, Detail) { HasNoBody = hasNoBody }
            : this;

    internal static Rejection MissingEnvelope(string field) =>
        new("envelope", StatusCodes.Status400BadRequest, $"The form field '{field}' is missing");

    /// <param name="status">404 or 503, as the host is configured.</param>
    internal static Rejection Disabled(int status) =>
        status == NotFound.Status ? NotFound : new("disabled", status, null) { LogDetail = "The plugin is not served" };

    internal static Rejection MethodNotAllowed(IEnumerable<string> allowed) =>
        new("method", StatusCodes.Status405MethodNotAllowed, "Method Not Allowed")
        {
            Allow = string.Join(", ", allowed.Order(StringComparer.Ordinal)),
        };
}
