using Hooklatch;
using Hooklatch.Signing;

namespace Providers.Own;

/// <summary>
/// Verifies Microsoft Graph's change notifications by a token in the URL that was subscribed, and answers the validation of that URL. Graph
/// signs nothing.
/// </summary>
/// <remarks>Source: Microsoft Learn, "Receive change notifications through webhooks".</remarks>
[TokenScheme(Query = "token")]
[Handshake(EchoQuery = "validationToken")]
internal sealed class MicrosoftGraphAttribute : SignatureAttribute;
