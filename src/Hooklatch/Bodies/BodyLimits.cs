namespace Hooklatch.Bodies;

/// <summary>What one endpoint takes, and how long it waits for it.</summary>
internal sealed record BodyLimits
{
    private const double Mebibyte = 1 << 20;

    public static BodyLimits Default { get; } = new();

    /// <summary>The largest body, in bytes.</summary>
    public long MaxSize { get; init; } = 1 << 20;

    /// <summary>The largest body, in bytes, that stays in memory; a larger one is spooled to disk.</summary>
    public int MaxInMemory { get; init; } = 64 << 10;

    /// <summary>
    /// The largest body, in bytes, that stays in memory as long as most of the memory for bodies is free: 1 MiB, and what a form adds to a
    /// file. A file costs a third of the time that a delivery of 100 KB takes.
    /// </summary>
    public int MaxInFreeMemory { get; init; } = (1 << 20) + (64 << 10);

    /// <summary>The time that every body has to arrive.</summary>
    public TimeSpan MinimumTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time that each MiB adds: of the declared length, or of what has arrived if none was declared.</summary>
    public TimeSpan PerMebibyte { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Where bodies are spooled.</summary>
    public string SpoolDirectory { get; init; } = Path.GetTempPath();

    /// <summary>The time in which a body of this many bytes has to be complete.</summary>
    public TimeSpan TimeFor(long bytes) => MinimumTime + (PerMebibyte * (bytes / Mebibyte));
}
