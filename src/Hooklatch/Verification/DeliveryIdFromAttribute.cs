namespace Hooklatch.Verification;

/// <summary>
/// States where a provider names a delivery; it becomes <see cref="WebhookContext.DeliveryId"/>. Exactly one place is set. Where the
/// signature covers the id, a repeated id is a duplicate; where it does not, only together with a repeated signature.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeliveryIdFromAttribute : Attribute
{
    /// <summary>The header that carries the delivery's id.</summary>
    public string? Header { get; set; }

    /// <summary>The path in the JSON body, as in <see cref="FromJsonAttribute"/>; a string or a number.</summary>
    public string? JsonPath { get; set; }
}
