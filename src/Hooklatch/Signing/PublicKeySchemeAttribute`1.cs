namespace Hooklatch.Signing;

/// <summary>
/// States that a <see cref="SignatureAttribute"/> class verifies a signature of a private key, with the public key that
/// <see cref="SignatureAttribute.PublicKey"/> names.
/// </summary>
/// <typeparam name="TKey">
/// The algorithm, as the type of its public keys: <see cref="EcdsaP256Sha256Key"/> or <see cref="RsaSha256Key"/>; Ed25519 comes with the
/// package Hooklatch.Ed25519.
/// </typeparam>
public sealed class PublicKeySchemeAttribute<TKey> : PublicKeySchemeAttribute
    where TKey : class, IVerificationKey<TKey>;
