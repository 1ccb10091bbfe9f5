namespace Hooklatch.Inbox;

/// <summary>How long what is finished is kept. What is unfinished, dead or quarantined is kept until somebody ends or erases it.</summary>
/// <param name="MaxAge">How long finished deliveries and their outcomes are kept, at most, from their end or their dismissal.</param>
/// <param name="MaxBytes">The bytes that the whole store may take before finished deliveries are dropped, oldest first, however young they are.</param>
/// <param name="IdentityAge">
/// How long a copy of a delivery is recognised from its acceptance, also after the delivery itself was dropped. It never ends before the work does: not while
/// that is unfinished, dead or quarantined.
/// </param>
public sealed record InboxRetention(TimeSpan MaxAge, long MaxBytes, TimeSpan IdentityAge)
{
    /// <summary>How long entries of the audit are kept. Default: 90 days.</summary>
    public TimeSpan AuditAge { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many entries of the audit are kept, at most: the newest ones. Default: 100,000.</summary>
    public long MaxAuditEntries { get; init; } = 100_000;
}
