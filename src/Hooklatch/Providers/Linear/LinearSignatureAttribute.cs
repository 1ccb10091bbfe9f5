using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Linear's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>Linear-Signature</c>. The body says when it was sent;
/// the header <c>Linear-Timestamp</c> is not signed and is ignored.
/// </summary>
/// <remarks>
/// <para>
/// Linear takes any status but 200 for a failure, and repeats the delivery: "Webhooks"
/// (https://developers.linear.app/docs/graphql/webhooks).
/// </para>
/// Source: linear.app/developers, "Webhooks"; the source of @linear/sdk.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Linear-Signature", SignedContent = "{body}")]
[TimestampFrom(JsonPath = "webhookTimestamp", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 60)]
[EventFrom(Header = "Linear-Event", ActionJsonPath = "action")]
[KnownEvents(typeof(LinearEvents))]
[DeliveryIdFrom(Header = "Linear-Delivery")]
[QueuedStatus(200)]
[SendsJson]
[Setup(
    "https://linear.app/developers/webhooks",
    "Open Settings, API in Linear, and create a webhook. It takes an administrator of the workspace.",
    "Paste {url} as the URL, and choose the teams and the kinds of data.",
    "Copy the signing secret from the webhook's page, and configure it as {setting}."
)]
public sealed partial class LinearSignatureAttribute : SignatureAttribute;
