using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Providers;

/// <summary>What Feishu signs: time, nonce, key and body.</summary>
internal static class FeishuText
{
    public const string Signature = "X-Lark-Signature";
    public const string Timestamp = "X-Lark-Request-Timestamp";
    public const string Nonce = "X-Lark-Request-Nonce";

    public static void Hash(FeishuKey key, string? timestamp, string? nonce, ReadOnlySpan<byte> body, Span<byte> hashed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{timestamp}{nonce}"));
        hash.AppendData(key.Text);
        hash.AppendData(body);
        hash.GetHashAndReset(hashed);
    }
}
