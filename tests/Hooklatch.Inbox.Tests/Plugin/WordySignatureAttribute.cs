using Hooklatch.Signing;

namespace Hooklatch.Inbox.Tests.Plugin;

/// <summary>A provider that wants to hear a word.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Sign")]
[DeliveryIdFrom(Header = "X-Id")]
[Acknowledge(201, "success")]
internal sealed class WordySignatureAttribute : SignatureAttribute;
