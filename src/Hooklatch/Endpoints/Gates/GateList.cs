using Hooklatch.Addresses;
using Hooklatch.Handshakes;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// The gates of an endpoint, in their order: cheap ones first, and nothing behind <see cref="BodyGate"/> sees a byte that is not verified.
/// The table of docs/architecture.md is this list. What an endpoint has no use for is not built.
/// </summary>
internal static class GateList
{
    public static IEnumerable<Gate> Of(
        WebhookEndpoint webhook,
        WebhookBodies bodies,
        EndpointHandshakes? handshakes,
        DuplicateGate duplicates,
        QueueGate? queue,
        AddressList proxies,
        RefusalReport refusals
    )
    {
        if (handshakes is not null)
        {
            yield return new UnsignedHandshakeGate(handshakes);
        }

        yield return new MethodGate(webhook, handshakes);
        if (webhook.Addresses is { } addresses)
        {
            yield return new AddressListGate(addresses, proxies);
        }

        yield return new HeaderGate(webhook.Sender, handshakes, bodies, refusals);
        yield return new ContentGate(webhook, handshakes);
        yield return new BodyGate(webhook, bodies, refusals);
        if (handshakes is { HasOracles: true })
        {
            yield return new OracleGate(webhook, handshakes);
        }

        if (webhook.Sender.Verifier is CodeVerifier || handshakes is { HasVerifiersOwn: true })
        {
            yield return new VerifierHandshakeGate(webhook);
        }

        yield return new IdentityGate(webhook.Sender, handshakes);
        if (queue is not null)
        {
            yield return queue;
        }
        else if (webhook.DetectsDuplicates)
        {
            yield return duplicates;
        }
    }
}
