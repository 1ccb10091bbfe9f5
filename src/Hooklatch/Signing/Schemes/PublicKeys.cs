namespace Hooklatch.Signing.Schemes;

/// <summary>The public keys of a scheme.</summary>
internal sealed class PublicKeys<TKey>(PublicKeyScheme<TKey> scheme, HashKey[] keys) : SchemeKeys
    where TKey : class, IVerificationKey<TKey>
{
    public override bool IsEmpty => keys.Length == 0;

    public override IReadOnlyList<int> Positions { get; } = [.. keys.Select(key => key.Index)];

    protected override IEnumerable<int> Marks => keys.Select(key => SecretMark.Of(key.Bytes));

    public override SignatureProbe CreateProbe() => new PublicKeyProbe<TKey>(scheme, keys);

    protected override SchemeCheck Create() => new PublicKeyCheck<TKey>(scheme, this, keys);
}
