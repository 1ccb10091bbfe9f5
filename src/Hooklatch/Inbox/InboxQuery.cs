namespace Hooklatch.Inbox;

/// <summary>Which deliveries are looked for: all that satisfy everything that is set, newest first, or oldest first where <see cref="After"/> is set.</summary>
public sealed record InboxQuery
{
    /// <summary>The largest <see cref="Size"/>.</summary>
    public const int MaxSize = 500;

    /// <summary>How many rows a store reads for one page, at most; then it returns what it has found, and where to go on.</summary>
    public const int MaxRowsRead = 20_000;

    /// <summary>The plugin's key.</summary>
    public string? Plugin { get; init; }

    /// <summary>The endpoint as declared; together with <see cref="Plugin"/>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>
    /// <see langword="true"/> for jobs only, <see langword="false"/> for deliveries only: what belongs to an <see cref="Endpoint"/> that begins with <c>/</c> is a
    /// delivery, everything else is a job. <see langword="null"/> for both.
    /// </summary>
    public bool? Jobs { get; init; }

    /// <summary>The event, exactly.</summary>
    public string? Event { get; init; }

    /// <summary>The provider's id of the delivery, exactly.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The state.</summary>
    public InboxState? State { get; init; }

    /// <summary>Received at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Received before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The type of the last error, exactly.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The fingerprint of the last error.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Where the page before ended (<see cref="InboxPage.Next"/>); <see langword="null"/> for the first.</summary>
    public long? Before { get; init; }

    /// <summary>
    /// The id after which a page begins, oldest first; 0 for the oldest of all. Not together with <see cref="Before"/>. A reader that goes on from
    /// <see cref="InboxPage.Next"/> misses nothing: a page ends before what may still become visible with a smaller id.
    /// </summary>
    public long? After { get; init; }

    /// <summary>How many deliveries a page has, at most: 1 to <see cref="MaxSize"/>, and what is outside of that is read as the nearer of the two. Default: 50.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Checks what is set together.</summary>
    /// <exception cref="ArgumentException">An endpoint without its plugin, or two places to begin at.</exception>
    internal void Check()
    {
        if (Endpoint is not null && Plugin is null)
        {
            throw new ArgumentException("An endpoint is one of a plugin: name the plugin as well.", nameof(Endpoint));
        }

        if (Before is not null && After is not null)
        {
            throw new ArgumentException("A page begins before an id or after one: set Before or After.", nameof(After));
        }
    }
}
