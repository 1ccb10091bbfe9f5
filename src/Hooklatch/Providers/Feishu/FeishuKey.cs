using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Providers;

/// <summary>An application's Encrypt Key, made ready for use.</summary>
/// <param name="Text">What is signed with: the key itself.</param>
/// <param name="Cipher">What is encrypted with: its SHA-256.</param>
internal sealed record FeishuKey(byte[] Text, byte[] Cipher)
{
    public static FeishuKey Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new FeishuKey(bytes, SHA256.HashData(bytes));
    }
}
