namespace Providers;

/// <summary>Where a provider signs a timestamp and states no tolerance, each use of its attribute chooses one.</summary>
internal static class Tolerance
{
    /// <summary>
    /// Any: the published deliveries that these endpoints are checked with are years old. In production it is minutes: 300 for most.
    /// </summary>
    public const int AnyAge = int.MaxValue;
}
