namespace Hooklatch.Signing.Schemes;

/// <summary>The secrets of a rule that hashes.</summary>
internal sealed class HashKeys(HashRule rule, HashKey[] keys) : RuleKeys
{
    public override bool IsEmpty => keys.Length == 0;

    protected override RuleCheck Create() => new HashCheck(rule, this, keys);
}
