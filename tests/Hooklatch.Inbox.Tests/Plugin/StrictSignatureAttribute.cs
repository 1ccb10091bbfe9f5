using Hooklatch.Signing;

namespace Hooklatch.Inbox.Tests.Plugin;

/// <summary>A provider to which a 202 is a failure.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Sign")]
[DeliveryIdFrom(Header = "X-Id")]
[QueuedStatus(200)]
internal sealed class StrictSignatureAttribute : SignatureAttribute;
