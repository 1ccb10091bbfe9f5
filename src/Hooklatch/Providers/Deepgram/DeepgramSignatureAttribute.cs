using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>Verifies Deepgram's callbacks by the token in <c>dg-token</c>. It proves who sends, not what is sent.</summary>
/// <remarks>Source: developers.deepgram.com, "Callback".</remarks>
[TokenScheme(Header = "dg-token")]
public sealed partial class DeepgramSignatureAttribute : SignatureAttribute;
