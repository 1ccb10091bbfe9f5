using System.Security.Cryptography;
using System.Text;
using Hooklatch.Ed25519;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Lookups;

namespace Hooklatch.Providers.Tests.Presets;

/// <summary>Turns one bit of what a text encodes, in the spelling that the scheme demands, so that nothing but the value is wrong.</summary>
internal static class SignatureTampering
{
    /// <summary>One bit of a signature in a header's value, whatever stands around it.</summary>
    public static string FlipBit(SignatureSchemeAttribute scheme, string header) =>
        scheme.Field is not { } field
            ? scheme.Prefix + FlipBit(scheme.Encoding, header[scheme.Prefix.Length..])
            : string.Join(
                scheme.ItemSeparator,
                header
                    .Split(scheme.ItemSeparator)
                    .Select(item => FlipField(scheme, item, item[..^item.TrimStart().Length] + field + scheme.FieldSeparator))
            );

    /// <summary>One bit of a secret.</summary>
    public static string FlipSecret(SignatureSchemeAttribute scheme, string secret) =>
        scheme.KeyEncoding switch
        {
            KeyEncoding.Utf8 => secret + "x",
            KeyEncoding.Hex => FlipBit(SignatureEncoding.Hex, secret),
            _ when secret.StartsWith(scheme.KeyPrefix, StringComparison.Ordinal) => scheme.KeyPrefix
                + FlipBit(SignatureEncoding.Base64, secret[scheme.KeyPrefix.Length..]),
            _ => FlipBit(SignatureEncoding.Base64, secret),
        };

    /// <summary>A key of the same kind that signed nothing.</summary>
    public static string OtherPublicKey(SignatureSchemeAttribute scheme)
    {
        if (scheme is PublicKeySchemeAttribute<RsaSha256Key>)
        {
            using var rsa = RSA.Create(2048);
            return rsa.ExportSubjectPublicKeyInfoPem();
        }

        if (scheme is PublicKeySchemeAttribute<Ed25519Key>)
        {
            // RFC 8032 section 7.1, test 2.
            const string Other = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
            return scheme.KeyEncoding is KeyEncoding.Hex ? Other : Convert.ToBase64String(Convert.FromHexString(Other));
        }

        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(curve.ExportSubjectPublicKeyInfo());
    }

    public static string FlipBit(SignatureEncoding encoding, string text)
    {
        var bytes = encoding switch
        {
            SignatureEncoding.Hex => Convert.FromHexString(text),
            SignatureEncoding.Base64 => Convert.FromBase64String(text),
            _ => System.Buffers.Text.Base64Url.DecodeFromChars(text),
        };
        bytes[^1] ^= 1;
        return encoding switch
        {
            SignatureEncoding.Hex => Convert.ToHexStringLower(bytes),
            SignatureEncoding.Base64 => Convert.ToBase64String(bytes),
            _ => System.Buffers.Text.Base64Url.EncodeToString(bytes),
        };
    }

    private static string FlipField(SignatureSchemeAttribute scheme, string item, string start) =>
        item.StartsWith(start, StringComparison.Ordinal)
            ? start + scheme.Prefix + FlipBit(scheme.Encoding, item[(start.Length + scheme.Prefix.Length)..])
            : item;
}
