namespace Hooklatch.Signing;

/// <summary>
/// States where the signed timestamp of a scheme is and how old or early it may be. Exactly one of <see cref="Header"/>,
/// <see cref="HeaderProperty"/>, <see cref="Field"/> and <see cref="JsonPath"/> is set.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TimestampFromAttribute : Attribute
{
    /// <summary>The header that carries the timestamp, or its names divided by <c>|</c>. Exactly one is accepted.</summary>
    public string? Header { get; set; }

    /// <summary>
    /// The property of the attribute itself that names the header, such as <c>TimestampHeader</c>, for a provider whose users choose it. Each use says
    /// by it whether a timestamp is signed: where it is set, the schemes that sign none are left out, and where it is not, those that sign one.
    /// Nothing that is sent decides it.
    /// </summary>
    public string? HeaderProperty { get; set; }

    /// <summary>The field of the signature's own header that carries the timestamp. Exactly one is accepted.</summary>
    public string? Field { get; set; }

    /// <summary>The path in the JSON body at which the timestamp stands. The body must be signed.</summary>
    public string? JsonPath { get; set; }

    /// <summary>How it is written. Default: <see cref="TimeUnit.Seconds"/>.</summary>
    public TimeUnit Unit { get; set; }

    /// <summary>
    /// How many seconds the timestamp may lie in the past, at least 1. Default 0: the provider states none, so each author must choose with
    /// <see cref="SignatureAttribute.ToleranceSeconds"/>.
    /// </summary>
    public int ToleranceSeconds { get; set; }

    /// <summary>How many seconds the timestamp may lie in the future. Default -1: as many as in the past.</summary>
    public int FutureToleranceSeconds { get; set; } = -1;
}
