namespace Hooklatch.Inbox;

/// <summary>How one try of a delivery ended.</summary>
public sealed record InboxResult
{
    /// <summary>The longest <see cref="Error"/> in UTF-16 code units.</summary>
    public const int MaxErrorLength = 2048;

    private bool _isPostponed;

    private InboxResult(InboxState state) => State = state;

    /// <summary>
    /// The state that the delivery is in now: <see cref="InboxState.Done"/>, <see cref="InboxState.Dead"/>, <see cref="InboxState.Delayed"/>, or
    /// <see cref="InboxState.Ready"/> where it was given back (a suspect is one again then).
    /// </summary>
    public InboxState State { get; }

    /// <summary>When it may be tried again, for <see cref="InboxState.Delayed"/>.</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>When this try began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The handler that ran, as <c>Namespace.Class.Method</c>; <see langword="null"/> where none did.</summary>
    public string? Handler { get; init; }

    /// <summary>The type of what was thrown, or a word for what else went wrong: <c>binding</c>, <c>timeout</c>.</summary>
    public string? ErrorType { get; private init; }

    /// <summary>What went wrong, for people.</summary>
    public string? Error { get; private init; }

    /// <summary>Equal for errors of one type that came from one place, so that a thousand of them are one line: 16 hexadecimal digits.</summary>
    public string? Fingerprint { get; private init; }

    /// <summary>Whether the try counts. One that was given back or postponed does not.</summary>
    public bool CountsAsTry => State is not InboxState.Ready && !_isPostponed;

    /// <summary>It was handled.</summary>
    public static InboxResult Done() => new(InboxState.Done);

    /// <summary>It was given back before its handler began, or because the host stops: the try does not count.</summary>
    public static InboxResult Released() => new(InboxState.Ready);

    /// <summary>Its handler did not begin for want of something that comes back. It is delayed, the try does not count, and a suspect is ready again.</summary>
    /// <param name="dueAt">When it may be tried again.</param>
    public static InboxResult Postponed(DateTimeOffset dueAt) => new(InboxState.Delayed) { DueAt = dueAt, _isPostponed = true };

    /// <summary>It failed and is tried again.</summary>
    /// <param name="dueAt">When.</param>
    /// <param name="errorType">The type of the error.</param>
    /// <param name="error">What went wrong, for people; what is longer than <see cref="MaxErrorLength"/> is cut.</param>
    /// <param name="fingerprint">Equal for equal errors.</param>
    public static InboxResult Retry(DateTimeOffset dueAt, string errorType, string? error, string? fingerprint) =>
        new(InboxState.Delayed)
        {
            DueAt = dueAt,
            ErrorType = errorType,
            Error = Cut(error),
            Fingerprint = fingerprint,
        };

    /// <summary>It failed and is not tried again.</summary>
    /// <param name="errorType">The type of the error.</param>
    /// <param name="error">What went wrong, for people; what is longer than <see cref="MaxErrorLength"/> is cut.</param>
    /// <param name="fingerprint">Equal for equal errors.</param>
    public static InboxResult Dead(string errorType, string? error, string? fingerprint) =>
        new(InboxState.Dead)
        {
            ErrorType = errorType,
            Error = Cut(error),
            Fingerprint = fingerprint,
        };

    private static string? Cut(string? text) => text is { Length: > MaxErrorLength } ? text[..MaxErrorLength] : text;
}
