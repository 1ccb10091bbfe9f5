using System.Security.Cryptography;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Signing;

/// <summary>What a request is signed with: a secret or a private key, and what a provider needs besides.</summary>
public sealed class SignerKeys
{
    private readonly string? _text;
    private readonly AsymmetricAlgorithm? _privateKey;
    private readonly Func<byte[], byte[]>? _sign;

    private SignerKeys(string? text, AsymmetricAlgorithm? privateKey, Func<byte[], byte[]>? sign) =>
        (_text, _privateKey, _sign) = (text, privateKey, sign);

    /// <summary>Further settings, by the names of the attribute's properties: <c>AesKey</c>, <c>ReceiveId</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the secret, or the private key, is given as text.</summary>
    public bool HoldsText => _text is not null;

    /// <summary>A secret as it is configured; or a private key as text: PEM, or PKCS #8 (of Ed25519 also the key itself) encoded as the public key is.</summary>
    public static SignerKeys FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, null, null);
    }

    /// <summary>A private key: ECDSA or RSA. It stays the caller's to dispose of.</summary>
    public static SignerKeys FromPrivateKey(AsymmetricAlgorithm key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(null, key, null);
    }

    /// <summary>A private key of any kind, as what signs a text with it; it hashes first where the algorithm does.</summary>
    public static SignerKeys FromFunction(Func<byte[], byte[]> sign)
    {
        ArgumentNullException.ThrowIfNull(sign);
        return new(null, null, sign);
    }

    /// <summary>The same keys with other settings.</summary>
    public SignerKeys With(IReadOnlyDictionary<string, string> settings) => new(_text, _privateKey, _sign) { Settings = settings };

    /// <summary>The secret.</summary>
    /// <exception cref="ArgumentException">A key object is given in its place.</exception>
    public string GetSecret() => _text ?? throw new ArgumentException("It is signed with a secret, not with a private key.");

    /// <summary>A further setting.</summary>
    /// <param name="name">The attribute's property.</param>
    /// <exception cref="ArgumentException">It is not given.</exception>
    public string GetSetting(string name) =>
        Settings.TryGetValue(name, out var value)
            ? value
            : throw new ArgumentException($"The setting {name} is missing, which is needed to sign.");

    /// <summary>Signs a text with the private key.</summary>
    /// <param name="text">The text, which is hashed first.</param>
    /// <param name="hash">The hash.</param>
    /// <param name="format">How an ECDSA signature is written; RSA signatures have PKCS #1 v1.5 padding.</param>
    /// <exception cref="ArgumentException">What is given is no private key.</exception>
    public byte[] SignText(byte[] text, HashAlgorithmName hash, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        if (_sign is not null)
        {
            return _sign(text);
        }

        using var read = _text is null ? null : PrivateKeyText.Read(_text);
        return (_privateKey ?? read) switch
        {
            ECDsa ecdsa => ecdsa.SignData(text, hash, format),
            RSA rsa => rsa.SignData(text, hash, RSASignaturePadding.Pkcs1),
            _ => throw new ArgumentException(
                "It is signed with a private key of ECDSA or RSA, which this is not; give a function for others."
            ),
        };
    }
}
