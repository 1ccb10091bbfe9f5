namespace Hooklatch.Signing.Schemes;

/// <summary>The secrets of a scheme that hashes.</summary>
internal sealed class HashKeys(HashScheme scheme, HashKey[] keys) : SchemeKeys
{
    public override bool IsEmpty => keys.Length == 0;

    public override IReadOnlyList<int> Positions => [.. keys.Select(key => key.Index)];

    public override SignatureProbe CreateProbe() => new HashProbe(scheme, keys);

    protected override SchemeCheck Create() => new HashCheck(scheme, this, keys);
}
