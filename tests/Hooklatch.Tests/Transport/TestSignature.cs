using System.Security.Cryptography;
using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Tests.Transport;

/// <summary>GitHub's scheme, as the generator would emit it.</summary>
internal sealed class TestSignature() : HmacScheme(HmacAlgorithm.Sha256)
{
    protected override string SignatureHeader => "X-Hub-Signature-256";

    /// <summary>The header that a sender who knows the secret adds.</summary>
    public static string Header(string secret, string body) =>
        "X-Hub-Signature-256: sha256="
        + Convert.ToHexStringLower(
            HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.Latin1.GetBytes(body))
        );

    protected override string Prefix => "sha256=";

    protected override void Append(ref SignedContent content) => content.AppendBody();
}
