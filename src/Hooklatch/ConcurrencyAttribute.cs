namespace Hooklatch;

/// <summary>How many deliveries of a queued endpoint run at once in one host. It stands where <see cref="WebhookAttribute"/> stands.</summary>
/// <param name="max">How many: 1 to 1000. Without the attribute, as many as the host has room for.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ConcurrencyAttribute(int max) : Attribute
{
    /// <summary>How many.</summary>
    public int Max { get; } = max;
}
