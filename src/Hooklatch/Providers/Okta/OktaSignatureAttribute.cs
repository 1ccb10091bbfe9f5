using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Okta's event hooks by the whole value of <c>Authorization</c> that the hook is configured with. It proves who sends, not
/// what is sent.
/// </summary>
/// <remarks>
/// <para>
/// Okta wants an empty answer of 200 or 204: "Event hooks" (https://developer.okta.com/docs/concepts/event-hooks).
/// </para>
/// Source: developer.okta.com, "Event hook implementation".
/// </remarks>
[TokenScheme(Header = "Authorization")]
[Handshake(
    Method = "GET",
    WhenHeader = "X-Okta-Verification-Challenge",
    EchoHeader = "X-Okta-Verification-Challenge",
    ContentType = "application/json",
    Body = "{\"verification\":\"{value}\"}"
)]
[QueuedStatus(200)]
public sealed partial class OktaSignatureAttribute : SignatureAttribute;
