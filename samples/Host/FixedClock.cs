namespace Hooklatch.Samples.Host;

/// <summary>
/// A clock that stands still at <c>Sample:Now</c> (seconds since 1970), so that published deliveries of years ago can be sent to the
/// sample host. Nothing but this host reads that setting: whoever stops the clock of a receiver lets old deliveries in.
/// </summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
