using Hooklatch.Signing;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>GitHub's signature of a sender that may send any kind of body.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature-256", Prefix = "sha256=", SignedContent = "{body}")]
[DeliveryIdFrom(Header = "X-GitHub-Delivery")]
public sealed class AnySignatureAttribute : SignatureAttribute;
