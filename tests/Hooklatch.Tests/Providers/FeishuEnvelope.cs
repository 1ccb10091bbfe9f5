using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Providers;

/// <summary>Encrypts as Feishu does, and as it does not.</summary>
internal static class FeishuEnvelope
{
    public const int BlockLength = 16;

    /// <summary>A message with the padding that belongs to it.</summary>
    public static string Of(string key, string message) => Json(Encrypt(key, Pad(Encoding.UTF8.GetBytes(message))));

    /// <summary>The initialization vector and the cipher text of whole blocks, which bring their own padding or none.</summary>
    public static byte[] Encrypt(string key, byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return [.. aes.IV, .. aes.EncryptCbc(plain, aes.IV, PaddingMode.None)];
    }

    public static byte[] Pad(byte[] message)
    {
        var padding = BlockLength - (message.Length % BlockLength);
        return [.. message, .. Enumerable.Repeat((byte)padding, padding)];
    }

    public static string Json(byte[] cipherText) => Json(Convert.ToBase64String(cipherText));

    public static string Json(string cipherText) => $$"""{"encrypt":"{{cipherText}}"}""";

    public static (string Name, string Value)[] Signature(string key, string body) =>
        [
            ("X-Lark-Request-Timestamp", "1700000000"),
            ("X-Lark-Request-Nonce", "n"),
            ("X-Lark-Signature", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"1700000000n{key}{body}")))),
        ];
}
