using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hooklatch.Signing.Text;

/// <summary>
/// Decodes signatures, strictly: the exact prefix, the exact length, nothing before or after. A prefix that is an authentication scheme, such as
/// <c>"HMAC "</c>, is read as HTTP defines it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SignatureText
{
    /// <summary>Decodes hexadecimal of exactly <c>2 × signature.Length</c> digits, in either case.</summary>
    public static bool TryDecodeHex(ReadOnlySpan<char> text, string prefix, Span<byte> signature) =>
        HeaderPrefix.TryRemove(ref text, prefix)
        && text.Length == signature.Length * 2
        && Convert.FromHexString(text, signature, out _, out var written) == OperationStatus.Done
        && written == signature.Length;

    /// <summary>Decodes padded base64 of exactly <c>signature.Length</c> bytes; white space and spare bits are rejected.</summary>
    public static bool TryDecodeBase64(ReadOnlySpan<char> text, string prefix, Span<byte> signature)
    {
        if (!HeaderPrefix.TryRemove(ref text, prefix) || text.Length != Base64.GetMaxEncodedToUtf8Length(signature.Length))
        {
            return false;
        }

        // The framework's decoder ignores the spare bits of the last character; re-encoded and compared, one signature has one spelling.
        Span<char> canonical = stackalloc char[text.Length];
        return Convert.TryFromBase64Chars(text, signature, out var written)
            && written == signature.Length
            && Convert.TryToBase64Chars(signature, canonical, out _)
            && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text), MemoryMarshal.AsBytes((ReadOnlySpan<char>)canonical));
    }

    /// <summary>Decodes base64 in the alphabet for URLs, of exactly <c>signature.Length</c> bytes; padding may be left out.</summary>
    public static bool TryDecodeBase64Url(ReadOnlySpan<char> text, string prefix, Span<byte> signature)
    {
        if (!HeaderPrefix.TryRemove(ref text, prefix))
        {
            return false;
        }

        var digits = Base64Url.GetEncodedLength(signature.Length);
        var padding = text.Length > digits ? text[digits..] : default;
        if (text.Length < digits || (padding.Length > 0 && (padding.ContainsAnyExcept('=') || text.Length % 4 != 0 || padding.Length > 2)))
        {
            return false;
        }

        text = text[..digits];
        Span<char> canonical = stackalloc char[digits];
        return Base64Url.DecodeFromChars(text, signature, out _, out var written) == OperationStatus.Done
            && written == signature.Length
            && Base64Url.TryEncodeToChars(signature, canonical, out _)
            && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text), MemoryMarshal.AsBytes((ReadOnlySpan<char>)canonical));
    }

    /// <summary>Decodes a signature whose length is not fixed, such as the DER of ECDSA, with the same strictness.</summary>
    /// <returns>The signature, or <see langword="null"/>.</returns>
    public static byte[]? Decode(ReadOnlySpan<char> text, string prefix, SignatureEncoding encoding)
    {
        if (!HeaderPrefix.TryRemove(ref text, prefix) || text.IsEmpty || text.Length > MaxLength)
        {
            return null;
        }

        var length = encoding switch
        {
            SignatureEncoding.Hex => text.Length / 2,
            SignatureEncoding.Base64 => (text.Length / 4 * 3) - text.Length + text.TrimEnd('=').Length,
            _ => text.TrimEnd('=').Length * 3 / 4,
        };
        var signature = new byte[Math.Max(length, 0)];
        var isDecoded = encoding switch
        {
            SignatureEncoding.Hex => TryDecodeHex(text, "", signature),
            SignatureEncoding.Base64 => TryDecodeBase64(text, "", signature),
            _ => TryDecodeBase64Url(text, "", signature),
        };
        return isDecoded ? signature : null;
    }

    /// <summary>Writes a signature as it is read.</summary>
    internal static string Encode(ReadOnlySpan<byte> signature, SignatureEncoding encoding) =>
        encoding switch
        {
            SignatureEncoding.Hex => Convert.ToHexStringLower(signature),
            SignatureEncoding.Base64 => Convert.ToBase64String(signature),
            _ => Base64Url.EncodeToString(signature),
        };

    /// <summary>A signature of RSA with 8,192 bits in hexadecimal; anything longer is none.</summary>
    private const int MaxLength = 2048;
}
