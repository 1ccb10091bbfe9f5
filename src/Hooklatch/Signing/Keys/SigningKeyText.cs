using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Keys;

/// <summary>
/// Reads keys as providers write them down: PEM, base64 of a SubjectPublicKeyInfo, a JWK, a set of JWKs, or the JSON with which an API
/// answers who asks for a key by its name. What cannot be read is no key, and it never throws.
/// </summary>
internal static class SigningKeyText
{
    private const int MaxKeys = 64;

    /// <summary>The keys of one text; <see langword="null"/> where there is none.</summary>
    public static IReadOnlyList<SigningKey>? Read(string text) =>
        text.TrimStart().StartsWith('{') ? ReadJson(Encoding.UTF8.GetBytes(text))
        : ReadPublicKey(text) is { } key ? [new SigningKey(null, null, key)]
        : null;

    /// <summary>The keys of a JSON document; <see langword="null"/> where there is none.</summary>
    public static IReadOnlyList<SigningKey>? ReadJson(ReadOnlyMemory<byte> text)
    {
        using var document = UntrustedJson.Parse(text, UntrustedJson.MaxUnverifiedTokensOfList);
        if (document is null)
        {
            return null;
        }

        var root = document.RootElement;
        var entries = UntrustedJson.Member(root, "keys") is { ValueKind: JsonValueKind.Array } set
            ? set.EnumerateArray().Take(MaxKeys)
            : Enumerable.Repeat(Unwrapped(root), 1);
        SigningKey[] keys = [.. entries.Select(ReadEntry).OfType<SigningKey>()];
        return keys.Length > 0 ? keys : null;
    }

    /// <summary>Circle puts its answer into <c>data</c>, Plaid its JWK into <c>key</c>.</summary>
    private static JsonElement Unwrapped(JsonElement root) =>
        UntrustedJson.Member(root, "data") is { ValueKind: JsonValueKind.Object } data ? data
        : UntrustedJson.Member(root, "key") is { ValueKind: JsonValueKind.Object } key ? key
        : root;

    private static SigningKey? ReadEntry(JsonElement entry)
    {
        var id = UntrustedJson.Text(entry, "kid") ?? UntrustedJson.Text(entry, "id");
        if (UntrustedJson.Text(entry, "kty") is not { } kind)
        {
            return
                (UntrustedJson.Text(entry, "publicKey") ?? UntrustedJson.Text(entry, "key")) is { } text && ReadPublicKey(text) is { } read
                ? new SigningKey(id, null, read)
                : null;
        }

        // A key that is made for encryption signs nothing, and Plaid marks a key that is no longer used by the time at which it expired.
        if (
            (UntrustedJson.Text(entry, "use") ?? "sig") is not "sig"
            || UntrustedJson.Member(entry, "expired_at").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
        )
        {
            return null;
        }

        var key = kind switch
        {
            "EC" => ReadCurve(entry),
            "RSA" => ReadRsa(entry),
            _ => null,
        };
        return key is null ? null : new SigningKey(id, UntrustedJson.Text(entry, "alg"), key);
    }

    private static byte[]? ReadPublicKey(string text)
    {
        var key = KeyText.DecodePublic(text.Trim(), KeyEncoding.Base64, prefix: "");
        return RsaSignature.IsKey(key) || EcdsaSignature.IsKey(key) ? key : null;
    }

    private static byte[]? ReadCurve(JsonElement key)
    {
        ECCurve? named = UntrustedJson.Text(key, "crv") switch
        {
            "P-256" => ECCurve.NamedCurves.nistP256,
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => null,
        };
        if (named is not { } curve || Number(key, "x") is not { } x || Number(key, "y") is not { } y)
        {
            return null;
        }

        try
        {
            using var ecdsa = ECDsa.Create(
                new ECParameters
                {
                    Curve = curve,
                    Q = new ECPoint { X = x, Y = y },
                }
            );
            return ecdsa.ExportSubjectPublicKeyInfo();
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? ReadRsa(JsonElement key)
    {
        if (Number(key, "n") is not { } modulus || Number(key, "e") is not { } exponent)
        {
            return null;
        }

        try
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
            var read = rsa.ExportSubjectPublicKeyInfo();
            return RsaSignature.IsKey(read) ? read : null;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? Number(JsonElement key, string name) =>
        UntrustedJson.Text(key, name) is { } text ? SignatureText.Decode(text, prefix: "", SignatureEncoding.Base64Url) : null;
}
