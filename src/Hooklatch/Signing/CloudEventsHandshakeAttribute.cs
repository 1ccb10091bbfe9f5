namespace Hooklatch.Signing;

/// <summary>
/// States that the endpoint takes part in the abuse protection of CloudEvents' HTTP webhooks: <c>OPTIONS</c> with
/// <c>WebHook-Request-Origin</c> is answered with <c>WebHook-Allowed-Origin</c>, the rate and <c>Allow</c>. The callback that a sender may
/// ask for is not called: no outbound request follows from an unverified one.
/// </summary>
/// <remarks>Source: CloudEvents, "HTTP 1.1 Web Hooks for Event Delivery", section 4.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CloudEventsHandshakeAttribute : Attribute;
