using Hooklatch;
using Hooklatch.Signing;

namespace Providers.Own;

/// <summary>
/// A gateway that writes one signature in hexadecimal or base64, as its project is configured. A production endpoint names the spelling
/// that it is sent.
/// </summary>
[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Convoy-Signature")]
[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Convoy-Signature", Encoding = SignatureEncoding.Base64)]
internal sealed partial class ConvoyAttribute : SignatureAttribute;
