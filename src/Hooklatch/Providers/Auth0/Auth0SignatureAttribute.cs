using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Auth0's log streams by the whole value of <c>Authorization</c> that the stream is configured with. It proves who sends, not
/// what is sent.
/// </summary>
/// <remarks>Source: auth0.com/docs, "Custom log streams".</remarks>
[TokenScheme(Header = "Authorization")]
public sealed partial class Auth0SignatureAttribute : SignatureAttribute;
