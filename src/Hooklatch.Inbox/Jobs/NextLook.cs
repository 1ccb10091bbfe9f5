namespace Hooklatch.Inbox.Jobs;

/// <summary>When something is to be looked at again by the clock, which somebody may set.</summary>
internal sealed class NextLook
{
    private DateTimeOffset? _lookedAt;

    /// <summary>The time; <see langword="null"/> for never.</summary>
    public DateTimeOffset? Next { get; private set; }

    /// <summary>Whether it is time. It is where the clock was set back: what was planned by it means nothing any more.</summary>
    public bool IsDue(DateTimeOffset now) => _lookedAt is not { } at || now < at || now >= Next;

    public void Note(DateTimeOffset at, DateTimeOffset? next) => (_lookedAt, Next) = (at, next);

    /// <summary>Has the next question be answered by a look.</summary>
    public void Forget() => (_lookedAt, Next) = (null, null);
}
