using System.Globalization;
using System.Security.Cryptography;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>Encrypts and signs as WeCom and DingTalk do, each of which says how the result is sent.</summary>
/// <param name="isInMilliseconds">How the time of signing is written.</param>
/// <param name="wrap">Puts the cipher text into a body and says its media type.</param>
internal sealed class CallbackSigner(bool isInMilliseconds, Func<string, (byte[] Body, string ContentType)> wrap) : IRequestSigner
{
    private const string AesKey = nameof(WeComSignatureAttribute.AesKey);
    private const string ReceiveId = nameof(WeComSignatureAttribute.ReceiveId);

    public SignerKeyKind KeyKind => SignerKeyKind.Secret;

    public IReadOnlyList<string> Settings => [AesKey, ReceiveId];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var key =
            CallbackCipher.ReadKey(keys.GetSetting(AesKey))
            ?? throw new ArgumentException("The AesKey is no base64 of 32 bytes.", nameof(keys));
        var cipherText = CallbackCipher.Encrypt(key, request.Body, keys.GetSetting(ReceiveId));
        var timestamp = (isInMilliseconds ? request.SignedAt.ToUnixTimeMilliseconds() : request.SignedAt.ToUnixTimeSeconds()).ToString(
            CultureInfo.InvariantCulture
        );
        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var signature = CallbackCipher.Sign(keys.GetSecret(), timestamp, nonce, cipherText);
        request.AddQuery("msg_signature", Convert.ToHexStringLower(signature));
        request.AddQuery("timestamp", timestamp);
        request.AddQuery("nonce", nonce);
        (request.Body, request.ContentType) = wrap(cipherText);
    }
}
