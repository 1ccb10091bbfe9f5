namespace Hooklatch.Signing.Refusals;

/// <summary>How far the signed time is from the time at which the delivery was received.</summary>
/// <param name="Age">The time since it was signed; negative where it lies in the future.</param>
/// <param name="Past">How old it may be.</param>
/// <param name="Future">How far it may lie in the future.</param>
public sealed record SignedClock(TimeSpan Age, TimeSpan Past, TimeSpan Future)
{
    /// <summary>Whether it is within what is tolerated.</summary>
    public bool IsTolerated => Age <= Past && -Age <= Future;
}
