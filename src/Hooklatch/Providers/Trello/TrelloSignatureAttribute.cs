using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Trello's webhooks: HMAC-SHA1 over the raw body and the callback URL, base64 in <c>X-Trello-Webhook</c>. The key is the
/// application's secret.
/// </summary>
/// <remarks>
/// <para>
/// Trello delivers an action once for each webhook, under the action's one id: a board and its card may be watched by one endpoint, told apart
/// by the model in the body or the query of the callback URL. Only the same body for the same URL is a copy.
/// </para>
/// Source: developer.atlassian.com/cloud/trello, "Webhooks"; the source of aspnet/WebHooks.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Trello-Webhook", Encoding = SignatureEncoding.Base64, SignedContent = "{body}{url}")]
[EventFrom(JsonPath = "action.type")]
[DeliveryIdFrom(JsonPath = "action.id", WithSignedText = true)]
[Handshake(Method = "HEAD")]
[SendsJson]
public sealed partial class TrelloSignatureAttribute : SignatureAttribute;
