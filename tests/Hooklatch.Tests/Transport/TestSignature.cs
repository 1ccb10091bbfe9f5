using System.Security.Cryptography;
using System.Text;
using Hooklatch.Hosting;
using Hooklatch.Plugins;
using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;

namespace Hooklatch.Tests.Transport;

/// <summary>GitHub's scheme, as the generator would emit it.</summary>
internal sealed class TestSignature(PluginScope plugin, string secret) : HmacRule(plugin, secret, HmacAlgorithm.Sha256)
{
    protected override string SignatureHeader => "X-Hub-Signature-256";

    /// <summary>The header that a sender who knows the secret adds.</summary>
    public static string Header(string secret, string body) =>
        "X-Hub-Signature-256: sha256="
        + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.Latin1.GetBytes(body)));

    protected override bool TryDecode(ReadOnlySpan<char> text, Span<byte> signature) =>
        SignatureText.TryDecodeHex(text, "sha256=", signature);

    protected override void Append(ref SignedContent content) => content.AppendBody();
}
