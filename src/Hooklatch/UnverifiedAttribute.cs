namespace Hooklatch;

/// <summary>States that an endpoint accepts deliveries from anyone, and why that is right. Without it such an endpoint is a warning.</summary>
/// <param name="reason">Why no verification is needed; shown in the start-up report. It may not be blank.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class UnverifiedAttribute(string reason) : Attribute
{
    /// <summary>Why no verification is needed.</summary>
    public string Reason { get; } = reason;
}
