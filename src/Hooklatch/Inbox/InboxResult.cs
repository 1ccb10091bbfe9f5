namespace Hooklatch.Inbox;

/// <summary>How one try of a delivery ended.</summary>
public sealed record InboxResult
{
    /// <summary>The longest <see cref="Error"/> in UTF-16 code units.</summary>
    public const int MaxErrorLength = 2048;

    /// <summary>The longest <see cref="Report"/> in bytes: 64 KiB.</summary>
    public const int MaxReportLength = 64 << 10;

    private bool _isPostponed;

    private InboxResult(InboxState state) => State = state;

    /// <summary>
    /// The state that the delivery is in now: <see cref="InboxState.Done"/>, <see cref="InboxState.Dead"/>, <see cref="InboxState.Delayed"/>, or
    /// <see cref="InboxState.Ready"/> where it was given back (a suspect is one again then).
    /// </summary>
    public InboxState State { get; }

    /// <summary>How long from now on it is not tried again, by the clock of the store, for <see cref="InboxState.Delayed"/>.</summary>
    public TimeSpan Delay { get; private init; }

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

    /// <summary>What the handler gives back, which is kept in place of its last report; <see langword="null"/> where that stays.</summary>
    public ReadOnlyMemory<byte>? Report { get; private init; }

    /// <summary>It was handled.</summary>
    public static InboxResult Done() => new(InboxState.Done);

    /// <summary>It was handled, and gives something back.</summary>
    /// <param name="report">What: at most <see cref="MaxReportLength"/> bytes.</param>
    /// <exception cref="ArgumentException">It is longer than that.</exception>
    public static InboxResult Done(ReadOnlyMemory<byte> report) =>
        report.Length <= MaxReportLength
            ? new(InboxState.Done) { Report = report }
            : throw new ArgumentException($"A report has at most {MaxReportLength} bytes.", nameof(report));

    /// <summary>The same, with another report.</summary>
    internal InboxResult WithReport(ReadOnlyMemory<byte> report) => this with { Report = report };

    /// <summary>It was given back before its handler began, or because the host stops: the try does not count.</summary>
    public static InboxResult Released() => new(InboxState.Ready);

    /// <summary>Its handler did not begin for want of something that comes back. It is delayed, the try does not count, and a suspect is ready again.</summary>
    /// <param name="delay">How long from now on.</param>
    public static InboxResult Postponed(TimeSpan delay) => new(InboxState.Delayed) { Delay = delay, _isPostponed = true };

    /// <summary>It failed and is tried again.</summary>
    /// <param name="delay">How long from now on it is not.</param>
    /// <param name="errorType">The type of the error.</param>
    /// <param name="error">What went wrong, for people; what is longer than <see cref="MaxErrorLength"/> is cut.</param>
    /// <param name="fingerprint">Equal for equal errors.</param>
    public static InboxResult Retry(TimeSpan delay, string errorType, string? error, string? fingerprint) =>
        new(InboxState.Delayed)
        {
            Delay = delay,
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
