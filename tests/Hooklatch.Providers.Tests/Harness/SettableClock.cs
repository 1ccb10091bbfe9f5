namespace Hooklatch.Providers.Tests.Harness;

/// <summary>A clock that stands where a delivery needs it, also in the past of the one before.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Now;
}
