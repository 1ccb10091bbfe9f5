using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Testing;

/// <summary>What the class of a signature attribute says, as far as one rule of it signs a request.</summary>
internal sealed record Scheme(
    Type Signature,
    SignatureSchemeAttribute Rule,
    TimestampFromAttribute? Timestamp,
    DeliveryIdFromAttribute? DeliveryId,
    EventFromAttribute? Event,
    IReadOnlyList<RequireHeaderAttribute> RequiredHeaders
);
