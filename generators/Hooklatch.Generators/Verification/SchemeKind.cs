namespace Hooklatch.Generators.Verification;

internal enum SchemeKind
{
    Hmac,
    Digest,
    PublicKey,
}
