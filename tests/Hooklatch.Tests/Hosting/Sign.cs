using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Hosting;

/// <summary>The sender's side of each scheme, written without a line of the code under test.</summary>
internal static class Sign
{
    public static string GitHub(string body, string secret = WebhookHost.Secret) => GitHub(Encoding.UTF8.GetBytes(body), secret);

    public static string GitHub(byte[] body, string secret = WebhookHost.Secret) => "sha256=" + Hex(HMACSHA256.HashData(Key(secret), body));

    public static string Sha256Hex(string signed, string secret = WebhookHost.Secret) => Hex(Sha256(signed, secret));

    public static string Sha256Base64(string signed) => Convert.ToBase64String(Sha256(signed, WebhookHost.Secret));

    public static string Sha1Hex(string signed) =>
#pragma warning disable CA5350 // The scheme under test.
        Hex(HMACSHA1.HashData(Key(WebhookHost.Secret), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350

    public static string Sha384Hex(string signed) => Hex(HMACSHA384.HashData(Key(WebhookHost.Secret), Encoding.UTF8.GetBytes(signed)));

    public static string Sha512Base64(string signed) => Sha512Base64(signed, WebhookHost.Secret);

    public static string Sha512Base64(string signed, string secret) =>
        Convert.ToBase64String(HMACSHA512.HashData(Key(secret), Encoding.UTF8.GetBytes(signed)));

    public static string Sha256Hex(string signed, byte[] key) => Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));

    public static string DigestHex(string text) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Sha256(string signed, string secret) => HMACSHA256.HashData(Key(secret), Encoding.UTF8.GetBytes(signed));

    private static byte[] Key(string secret) => Encoding.UTF8.GetBytes(secret);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
