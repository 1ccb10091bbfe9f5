using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Cli.Catalog;

/// <summary>Chooses by a key what it is for, where a preset takes secrets and public keys: a secret is written with its prefix, <c>whsec_</c>.</summary>
internal static class KeyChoice
{
    /// <summary>Which scheme signs with a key; <see langword="null"/> where the signer chooses.</summary>
    public static int? SchemeFor(IRequestSigner signer, SignerKeys keys) =>
        signer is SchemeSigner { KeyKind: SignerKeyKind.PrivateKey } schemes && IsMixed(schemes)
            ? schemes.Schemes.ToList().FindIndex(scheme => scheme.KeyKind == KindOf(signer, keys.GetSecret()))
            : null;

    /// <summary>What a key is. A public key is never taken for a secret, which everybody would know.</summary>
    public static SignerKeyKind KindOf(IRequestSigner signer, string key) =>
        signer is SchemeSigner schemes && IsMixed(schemes)
            ? schemes.Schemes.Any(scheme =>
                scheme.KeyKind is SignerKeyKind.Secret
                && scheme.WritingOfKeys.Prefix is { Length: > 0 } prefix
                && key.StartsWith(prefix, StringComparison.Ordinal)
            )
                ? SignerKeyKind.Secret
                : SignerKeyKind.PrivateKey
            : signer.KeyKind;

    private static bool IsMixed(SchemeSigner signer) => signer.Schemes.Select(scheme => scheme.KeyKind).Distinct().Count() > 1;
}
