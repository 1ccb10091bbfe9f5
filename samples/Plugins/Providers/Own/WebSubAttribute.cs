using Hooklatch;
using Hooklatch.Signing;

namespace Providers.Own;

/// <summary>
/// Verifies a WebSub hub's distributions and confirms the subscription that it asks about. Production compares <c>hub.topic</c> with the
/// topic that it subscribed to, with <c>WhenEquals</c>.
/// </summary>
/// <remarks>Source: W3C, "WebSub", sections 5.3 and 7.1.</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature", Prefix = "sha256=")]
[Handshake(Method = "GET", WhenQuery = "hub.topic", EchoQuery = "hub.challenge")]
internal sealed class WebSubAttribute : SignatureAttribute;
