using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Telegram's updates by the secret token in <c>X-Telegram-Bot-Api-Secret-Token</c>. It proves who sends, not what is sent.
/// </summary>
/// <remarks>Source: core.telegram.org/bots/api, "setWebhook".</remarks>
[TokenScheme(Header = "X-Telegram-Bot-Api-Secret-Token")]
[DeliveryIdFrom(JsonPath = "update_id")]
[SendsJson]
public sealed partial class TelegramSignatureAttribute : SignatureAttribute;
