namespace Hooklatch.Signing.Schemes;

/// <summary>The public keys of a rule.</summary>
internal sealed class PublicKeys<TKey>(PublicKeyRule<TKey> rule, HashKey[] keys) : RuleKeys
    where TKey : class, IVerificationKey<TKey>
{
    public override bool IsEmpty => keys.Length == 0;

    protected override RuleCheck Create() => new PublicKeyCheck<TKey>(rule, this, keys);
}
