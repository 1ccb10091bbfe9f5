namespace Hooklatch.Signing;

/// <summary>
/// States where a provider names the event of a delivery; it becomes <see cref="WebhookContext.Event"/>. Exactly one place is set. It is
/// looked up after the verification.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventFromAttribute : Attribute
{
    /// <summary>The header that carries the event's name, or its names divided by <c>|</c>: under two at once it names nothing.</summary>
    public string? Header { get; set; }

    /// <summary>The path in the JSON body, as in <see cref="FromJsonAttribute"/>; a string, a number or a boolean.</summary>
    public string? JsonPath { get; set; }

    /// <summary>The query parameter that carries the event's name.</summary>
    public string? Query { get; set; }

    /// <summary>
    /// The path in the JSON body at which the provider says what happened to the event's subject, such as GitHub's <c>action</c>; it
    /// becomes <see cref="WebhookContext.EventAction"/>.
    /// </summary>
    public string? ActionJsonPath { get; set; }
}
