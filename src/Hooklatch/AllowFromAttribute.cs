namespace Hooklatch;

/// <summary>
/// Accepts deliveries only from the given networks; any other address is answered 403 before anything else is looked at. It stands beside
/// a signature, or alone where a provider offers nothing better.
/// </summary>
/// <remarks>
/// The address is that of the connection. A <c>X-Forwarded-For</c> counts only where the host declares its proxies
/// (<c>Hooklatch:TrustedProxies</c>, networks), since anyone can write that header. IPv4 addresses mapped into IPv6 are unmapped.
/// </remarks>
/// <param name="networks">Addresses or networks in CIDR notation, IPv4 or IPv6, such as <c>"140.82.112.0/20"</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class AllowFromAttribute(params string[] networks) : Attribute
{
    /// <summary>The networks that are known at compile time.</summary>
    public string[] Networks { get; } = networks;

    /// <summary>
    /// Where more networks are in the plugin's configuration: a path to a property that holds a list. Live: a change reaches the next
    /// request. Where neither place names one, nobody is let in.
    /// </summary>
    public string? Configuration { get; set; }
}
