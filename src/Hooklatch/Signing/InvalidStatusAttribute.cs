namespace Hooklatch.Signing;

/// <summary>States the status that a provider expects for an invalid signature, such as Discord's 401. Without it, it is 403.</summary>
/// <param name="status">The status, 400 to 499.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InvalidStatusAttribute(int status) : Attribute
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>
    /// Whether the answer to an invalid signature has no body, as Xero demands it; the host's problem details and status pages add none. Default: not.
    /// </summary>
    public bool HasNoBody { get; set; }
}
