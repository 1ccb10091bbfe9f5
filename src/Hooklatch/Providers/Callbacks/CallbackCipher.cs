using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// The encrypted callbacks that WeCom, WeChat and DingTalk share: AES-256-CBC over 16 random bytes, the length of the message, the message,
/// and the id of whom it is for; and a SHA-1 over token, timestamp, nonce and cipher text, which are sorted and joined.
/// </summary>
internal static class CallbackCipher
{
    private const int RandomLength = 16;
    private const int LengthLength = sizeof(int);
    private const int PaddedTo = 32;
    private const int BlockLength = 16;

    /// <summary>
    /// The most characters of a nonce. What is signed is joined without a divider, so that a longer nonce could take whole blocks of the
    /// cipher text (64 characters are the first three), and the rest would be taken for the message.
    /// </summary>
    private const int MaxNonceLength = 32;
    private const int MaxTimestampLength = 13;

    /// <summary>Reads a key as the providers show it: base64 of 32 bytes, without its padding.</summary>
    public static byte[]? ReadKey(string text) => KeyText.Decode(text, KeyEncoding.Base64, prefix: "") is { Length: 32 } key ? key : null;

    /// <summary>Whether timestamp and nonce are of the form in which they cannot be taken for a part of the cipher text.</summary>
    public static bool AreWellFormed(string timestamp, string nonce) =>
        timestamp.Length is > 0 and <= MaxTimestampLength
        && nonce.Length is > 0 and <= MaxNonceLength
        && timestamp.All(char.IsAsciiDigit)
        && nonce.All(char.IsAsciiLetterOrDigit);

#pragma warning disable CA5350 // What these providers sign with.
    /// <summary>
    /// The parts are sorted, of which the sender chooses all but the token. Theirs are sorted as they are; which of them come before the token is
    /// found in a time that does not tell how much of it they have in common with it.
    /// </summary>
    public static byte[] Sign(string token, string timestamp, string nonce, string cipherText)
    {
        string[] sent = [timestamp, nonce, cipherText];
        Array.Sort(sent, StringComparer.Ordinal);
        var secret = Encoding.UTF8.GetBytes(token);
        var parts = Array.ConvertAll(sent, Encoding.UTF8.GetBytes);
        var text = new byte[secret.Length + parts.Sum(part => part.Length)];
        int start = 0,
            before = 0;
        foreach (var part in parts)
        {
            var isBefore = FixedTime.IsBefore(part, secret);
            part.CopyTo(text.AsSpan(start + (secret.Length & ~isBefore)));
            before += part.Length & isBefore;
            start += part.Length;
        }

        secret.CopyTo(text.AsSpan(before));
        return SHA1.HashData(text);
    }
#pragma warning restore CA5350

    /// <summary>Decrypts what was verified before, so that nobody learns anything from what does not decrypt.</summary>
    /// <returns>The message; <see langword="null"/> where it is none for this receiver.</returns>
    public static byte[]? Decrypt(byte[] key, string cipherText, IReadOnlyList<string> receivers)
    {
        if (SignatureTextOf(cipherText) is not { Length: > 0 } bytes || bytes.Length % BlockLength != 0)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(bytes, key.AsSpan(0, BlockLength), PaddingMode.None);
        var padding = plain[^1];
        if (padding is 0 or > PaddedTo || plain.Length < RandomLength + LengthLength + padding)
        {
            return null;
        }

        var content = plain.AsSpan(RandomLength, plain.Length - RandomLength - padding);
        var length = BinaryPrimitives.ReadUInt32BigEndian(content);
        content = content[LengthLength..];
        if (length > (uint)content.Length || !FixedTime.IsOneOf(Encoding.UTF8.GetString(content[(int)length..]), receivers))
        {
            return null;
        }

        return content[..(int)length].ToArray();
    }

    /// <summary>Encrypts an answer.</summary>
    public static string Encrypt(byte[] key, ReadOnlySpan<byte> message, string receiver)
    {
        var tail = Encoding.UTF8.GetBytes(receiver);
        var length = RandomLength + LengthLength + message.Length + tail.Length;
        var padding = PaddedTo - (length % PaddedTo);
        var plain = new byte[length + padding];
        RandomNumberGenerator.Fill(plain.AsSpan(0, RandomLength));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomLength), message.Length);
        message.CopyTo(plain.AsSpan(RandomLength + LengthLength));
        tail.CopyTo(plain.AsSpan(RandomLength + LengthLength + message.Length));
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, BlockLength), PaddingMode.None));
    }

    /// <summary>Strict base64 of any length.</summary>
    private static byte[]? SignatureTextOf(string text)
    {
        var bytes = new byte[text.Length];
        return text.All(IsBase64) && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static bool IsBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '=';
}
