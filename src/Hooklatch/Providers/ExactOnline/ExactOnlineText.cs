using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hooklatch.Providers;

/// <summary>What Exact Online signs: the bytes of <c>Content</c> as they were sent.</summary>
internal static class ExactOnlineText
{
    public const string Content = "Content";
    public const string HashCode = "HashCode";

    public static ReadOnlySpan<byte> Of(JsonElement content) => JsonMarshal.GetRawUtf8Value(content);

    public static byte[] Hash(byte[] secret, ReadOnlySpan<byte> text) => HMACSHA256.HashData(secret, text);
}
