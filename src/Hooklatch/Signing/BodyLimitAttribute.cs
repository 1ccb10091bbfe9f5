namespace Hooklatch.Signing;

/// <summary>States the largest body that a provider sends. <see cref="WebhookAttribute.MaxBodySize"/> overrides it for one endpoint.</summary>
/// <param name="bytes">The largest body in bytes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BodyLimitAttribute(long bytes) : Attribute
{
    /// <summary>The largest body in bytes.</summary>
    public long Bytes { get; } = bytes;
}
