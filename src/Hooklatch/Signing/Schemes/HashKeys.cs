namespace Hooklatch.Signing.Schemes;

/// <summary>The secrets of a scheme that hashes.</summary>
internal sealed class HashKeys(HashScheme scheme, HashKey[] keys) : SchemeKeys
{
    public override bool IsEmpty => keys.Length == 0;

    public override IReadOnlyList<int> Positions { get; } = [.. keys.Select(key => key.Index)];

    protected override IEnumerable<int> Marks => keys.Select(key => SecretMark.Of(key.Bytes));

    public override SignatureProbe CreateProbe() => new HashProbe(scheme, keys);

    protected override SchemeCheck Create() => new HashCheck(scheme, this, keys);
}
