using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hooklatch.Verification;

/// <summary>Decodes signatures, strictly: the exact prefix, the exact length, nothing before or after.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SignatureText
{
    /// <summary>Decodes hexadecimal of exactly <c>2 × signature.Length</c> digits, in either case.</summary>
    public static bool TryDecodeHex(ReadOnlySpan<char> text, string prefix, Span<byte> signature) =>
        TryRemovePrefix(ref text, prefix)
        && text.Length == signature.Length * 2
        && Convert.FromHexString(text, signature, out _, out var written) == OperationStatus.Done
        && written == signature.Length;

    /// <summary>Decodes padded base64 of exactly <c>signature.Length</c> bytes; white space and spare bits are refused.</summary>
    public static bool TryDecodeBase64(ReadOnlySpan<char> text, string prefix, Span<byte> signature)
    {
        if (!TryRemovePrefix(ref text, prefix) || text.Length != Base64.GetMaxEncodedToUtf8Length(signature.Length))
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

    private static bool TryRemovePrefix(ref ReadOnlySpan<char> text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[prefix.Length..];
        return true;
    }
}
