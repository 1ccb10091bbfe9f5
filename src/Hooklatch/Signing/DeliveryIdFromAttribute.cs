namespace Hooklatch.Signing;

/// <summary>
/// States where a provider names a delivery; it becomes <see cref="WebhookContext.DeliveryId"/>. Exactly one place is set. Where the
/// signature covers the id, a delivery with the same id is a duplicate. Where it does not, only one is that also has the same signed text,
/// method and event, and the same headers and query values that handlers of the endpoint bind.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeliveryIdFromAttribute : Attribute
{
    /// <summary>The header that carries the delivery's id, or its names divided by <c>|</c>: under two at once it names nothing.</summary>
    public string? Header { get; set; }

    /// <summary>The path in the JSON body, as in <see cref="FromJsonAttribute"/>; a string or a number.</summary>
    public string? JsonPath { get; set; }

    /// <summary>
    /// Whether several deliveries may carry one id, as where an event is delivered for each of its subscriptions: only a delivery with the same
    /// signed text is a duplicate then, although the signature covers the id. Without it, of those that share an id only the first runs.
    /// </summary>
    public bool WithSignedText { get; set; }
}
