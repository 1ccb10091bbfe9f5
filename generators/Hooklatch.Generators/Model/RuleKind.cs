namespace Hooklatch.Generators.Model;

internal enum RuleKind
{
    Hmac,
    Digest,
    PublicKey,
}
