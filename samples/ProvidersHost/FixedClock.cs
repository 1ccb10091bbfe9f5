namespace Hooklatch.Samples.ProvidersHost;

/// <summary>
/// A clock that stands still at <c>Hooklatch:Now</c> (seconds since 1970), so that published deliveries of years ago can be sent to this
/// host. No other host reads that setting: whoever stops the clock of a receiver lets old deliveries in.
/// </summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
