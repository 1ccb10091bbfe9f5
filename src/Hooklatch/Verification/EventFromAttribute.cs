namespace Hooklatch.Verification;

/// <summary>States where a provider names the event of a delivery; it becomes <see cref="WebhookContext.Event"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventFromAttribute : Attribute
{
    /// <summary>The header that carries the event's name.</summary>
    public required string Header { get; set; }
}
