namespace Hooklatch.Inbox;

/// <summary>How much unfinished work a store takes. What is dead or quarantined counts, since it is kept as well. A quarter is rounded down.</summary>
/// <param name="MaxDepth">The most deliveries. One endpoint gets at most a quarter.</param>
/// <param name="MaxBytes">The most bytes (<see cref="InboxItem.Size"/>). One endpoint gets at most a quarter.</param>
/// <param name="MinFreeDisk">How many bytes stay free on the disk, for a store that lies on one.</param>
public sealed record InboxLimits(long MaxDepth, long MaxBytes, long MinFreeDisk)
{
    /// <summary>The most bytes that the values of one plugin take: each its own, those of its scope and key as UTF-8, and <see cref="ValueKey.Overhead"/>. Default: 64 MiB.</summary>
    public long MaxValueBytes { get; init; } = 64L << 20;
}
