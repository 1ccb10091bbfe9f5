using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Providers;

/// <summary>Feishu's encrypted bodies: AES-256-CBC with the SHA-256 of the Encrypt Key, behind its initialization vector.</summary>
internal static class FeishuCipher
{
    private const int BlockLength = 16;

    /// <returns>The message; <see langword="null"/> where the text is none that this key has encrypted.</returns>
    public static byte[]? Decrypt(string encryptKey, string cipherText)
    {
        var bytes = new byte[cipherText.Length];
        if (!Convert.TryFromBase64String(cipherText, bytes, out var length) || length < 2 * BlockLength || length % BlockLength != 0)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(encryptKey));
        var plain = aes.DecryptCbc(bytes.AsSpan(BlockLength, length - BlockLength), bytes.AsSpan(0, BlockLength), PaddingMode.None);
        var padding = plain[^1];
        return padding is > 0 and <= BlockLength && !plain.AsSpan(plain.Length - padding).ContainsAnyExcept(padding)
            ? plain[..^padding]
            : null;
    }
}
