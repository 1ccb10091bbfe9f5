using Hooklatch;
using Hooklatch.Signing;

namespace Providers.Own;

/// <summary>
/// A sender of one's own that signs with one of three algorithms and names it: an attribute class is all that a provider takes. A
/// production endpoint names one algorithm: with a list, an attacker picks the weakest.
/// </summary>
[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Hub-Signature", Field = "sha1")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature", Field = "sha256")]
[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Hub-Signature", Field = "sha512")]
internal sealed partial class GenericHmacAttribute : SignatureAttribute;
