namespace Hooklatch.Generators.Verification;

internal enum RuleKind
{
    Hmac,
    Digest,
    PublicKey,
}
