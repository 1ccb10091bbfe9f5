using Hooklatch;
using Hooklatch.Signing;

namespace Providers.Own;

/// <summary>
/// Verifies Azure Event Grid's events by a token in the URL that was subscribed, and answers the validation of that URL, which comes with the
/// same token. Event Grid signs nothing.
/// </summary>
/// <remarks>Source: Microsoft Learn, "Endpoint validation with Event Grid event schema".</remarks>
[TokenScheme(Query = "token")]
[EventFrom(JsonPath = "[0].eventType")]
[DeliveryIdFrom(JsonPath = "[0].id")]
[Handshake(
    WhenHeader = "aeg-event-type",
    WhenEquals = "SubscriptionValidation",
    EchoJsonPath = "[0].data.validationCode",
    ContentType = "application/json",
    Body = """{"validationResponse":"{value}"}"""
)]
internal sealed class AzureEventGridAttribute : SignatureAttribute;
