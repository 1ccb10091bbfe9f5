using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>Encrypts and signs an event as <see cref="FeishuVerifier"/> verifies it.</summary>
internal sealed class FeishuSigner : IRequestSigner
{
    public SignerKeyKind KeyKind => SignerKeyKind.Secret;

    public IReadOnlyList<string> Settings => [];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var key = FeishuKey.Read(keys.GetSecret());
        var envelope = new JsonObject { ["encrypt"] = FeishuCipher.Encrypt(key, request.Body) };
        request.Body = Encoding.UTF8.GetBytes(envelope.ToJsonString());
        var timestamp = request.SignedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var hash = new byte[SHA256.HashSizeInBytes];
        FeishuText.Hash(key, timestamp, nonce, request.Body, hash);
        request.Headers[FeishuText.Timestamp] = timestamp;
        request.Headers[FeishuText.Nonce] = nonce;
        request.Headers[FeishuText.Signature] = Convert.ToHexStringLower(hash);
    }
}
