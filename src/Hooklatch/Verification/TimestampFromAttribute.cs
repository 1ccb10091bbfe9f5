namespace Hooklatch.Verification;

/// <summary>States where the signed timestamp of a scheme is and how old or early it may be.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TimestampFromAttribute : Attribute
{
    /// <summary>The header that carries the timestamp. Exactly one is accepted.</summary>
    public required string Header { get; set; }

    /// <summary>How it is written. Default: <see cref="TimeUnit.Seconds"/>.</summary>
    public TimeUnit Unit { get; set; }

    /// <summary>How many seconds the timestamp may differ from now, into the past and into the future. At least 1.</summary>
    public required int ToleranceSeconds { get; set; }
}
