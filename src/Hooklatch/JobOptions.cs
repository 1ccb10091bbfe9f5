namespace Hooklatch;

/// <summary>How a job is enqueued.</summary>
public sealed record JobOptions
{
    /// <summary>How long it waits before it runs: up to 10 years. Default: not at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// Jobs of one name and key run one after the other, in the order in which they were enqueued; also one that is delayed keeps its place. Not empty, at most
    /// 1000 characters. Default: no order.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// Makes it one of its kind: another one of its name with the same text is not stored, as long as <see cref="DeduplicateUntilDone"/> says. A handler that
    /// may run twice takes what is the same then, such as the delivery's id. Not empty, at most 1000 characters. Default: every job is stored.
    /// </summary>
    public string? Deduplicate { get; init; }

    /// <summary>
    /// Whether the next one of <see cref="Deduplicate"/> is stored as soon as this one is done or cancelled; else it is not for as long as identities are kept
    /// (<see cref="HooklatchOptions.DuplicateRetention"/>). Default: <see langword="false"/>.
    /// </summary>
    public bool DeduplicateUntilDone { get; init; }

    /// <summary>How soon it runs, compared with others of its name. Default: by age.</summary>
    public JobPriority Priority { get; init; }
}
