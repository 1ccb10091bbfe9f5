using System.Security.Cryptography;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// Feishu's encrypted bodies: AES-256-CBC with the SHA-256 of the Encrypt Key, behind its initialization vector. A cipher text that decrypts is
/// not authentic by that, and may be anybody's. The time of everything here depends on its length alone.
/// </summary>
internal static class FeishuCipher
{
    private const int BlockLength = 16;

    /// <summary>Decodes a cipher text, which tells nothing of what is in it.</summary>
    /// <returns>The initialization vector and whole blocks; <see langword="null"/> where the text is no such thing, whatever the key.</returns>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= 2 * BlockLength && length % BlockLength == 0
            ? bytes[..length]
            : null;
    }

    /// <summary>Decrypts with any key, whether it is the right one or not.</summary>
    /// <returns>The message with its padding.</returns>
    public static byte[] Decrypt(FeishuKey key, byte[] cipherText)
    {
        using var aes = Aes.Create();
        aes.Key = key.Cipher;
        return aes.DecryptCbc(cipherText.AsSpan(BlockLength), cipherText.AsSpan(0, BlockLength), PaddingMode.None);
    }

    /// <summary>How many bytes at the end are padding; 0 where it is wrong.</summary>
    public static int PaddingOf(ReadOnlySpan<byte> message)
    {
        int padding = message[^1];
        var isWrong = FixedTime.Same(padding, 0) | FixedTime.Less(BlockLength, padding);
        for (var i = 1; i <= BlockLength; i++)
        {
            isWrong |= ~FixedTime.Less(padding, i) & ~FixedTime.Same(message[^i], padding);
        }

        return padding & ~isWrong;
    }

    /// <summary>Writes spaces over the padding, so that the message is as long whatever its padding is.</summary>
    public static void Blank(Span<byte> message, int padding)
    {
        for (var i = 1; i <= BlockLength; i++)
        {
            message[^i] = (byte)FixedTime.Select(FixedTime.Less(padding, i), message[^i], ' ');
        }
    }

    /// <summary>Encrypts a message, behind a block of random bytes.</summary>
    public static string Encrypt(FeishuKey key, ReadOnlySpan<byte> message)
    {
        using var aes = Aes.Create();
        aes.Key = key.Cipher;
        var start = RandomNumberGenerator.GetBytes(BlockLength);
        return Convert.ToBase64String([.. start, .. aes.EncryptCbc(message, start, PaddingMode.PKCS7)]);
    }
}
