namespace Hooklatch.Signing.Schemes;

/// <summary>The secrets of a scheme that hashes.</summary>
internal sealed class HashKeys(HashScheme scheme, HashKey[] keys) : SchemeKeys
{
    public override bool IsEmpty => keys.Length == 0;

    protected override SchemeCheck Create() => new HashCheck(scheme, this, keys);
}
