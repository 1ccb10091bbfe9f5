namespace Hooklatch.Verification;

/// <summary>States where a provider names a delivery; it becomes <see cref="WebhookContext.DeliveryId"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeliveryIdFromAttribute : Attribute
{
    /// <summary>The header that carries the delivery's id.</summary>
    public required string Header { get; set; }
}
