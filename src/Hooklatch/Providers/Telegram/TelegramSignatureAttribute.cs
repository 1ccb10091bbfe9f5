using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Telegram's updates by the secret token in <c>X-Telegram-Bot-Api-Secret-Token</c>. It proves who sends, not what is sent.
/// </summary>
/// <remarks>Source: core.telegram.org/bots/api, "setWebhook".</remarks>
[TokenScheme(Header = "X-Telegram-Bot-Api-Secret-Token")]
[DeliveryIdFrom(JsonPath = "update_id")]
[SendsJson]
[Setup(
    "https://core.telegram.org/bots/api#setwebhook",
    "Make up a secret token of 1 to 256 characters out of A-Z, a-z, 0-9, _ and -, and configure it as {setting}.",
    "Call setWebhook of the Bot API with {url} as url and the same token as secret_token. The URL has to be https, on port 443, 80, 88 or 8443.",
    "Call getWebhookInfo to see whether Telegram could deliver."
)]
public sealed partial class TelegramSignatureAttribute : SignatureAttribute;
