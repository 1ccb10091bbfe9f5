using System.Security.Cryptography;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>The token, the key and the receiver of an encrypted callback, and the check that all of them share.</summary>
internal sealed class CallbackSettings(VerifierSettings settings, string? token, string? aesKey, string? receiver)
{
    private readonly LiveValues _tokens = settings.Values(token);
    private readonly LiveValues<byte[]> _keys = settings.Values(aesKey, CallbackCipher.ReadKey);
    private readonly LiveValues _receivers = settings.Values(receiver);

    public string? MissingSetting =>
        _tokens.Current.Count == 0 ? token ?? "Secret"
        : _keys.Current.Count == 0 ? aesKey ?? "AesKey"
        : _receivers.Current.Count == 0 ? receiver ?? "ReceiveId"
        : null;

    /// <summary>What a callback says, once its signature holds; <see langword="null"/> where it does not.</summary>
    public Callback? Open(string signature, string timestamp, string nonce, string cipherText)
    {
        var received = new byte[SHA1.HashSizeInBytes];
        if (!SignatureText.TryDecodeHex(signature, prefix: "", received) || !CallbackCipher.AreWellFormed(timestamp, nonce))
        {
            return null;
        }

        int? match = null;
        var tokens = _tokens.Current;
        for (var i = 0; i < tokens.Count; i++)
        {
            var computed = CallbackCipher.Sign(tokens[i], timestamp, nonce, cipherText);
            match = CryptographicOperations.FixedTimeEquals(computed, received) ? match ?? i : match;
        }

        if (match is not { } index)
        {
            return null;
        }

        var receivers = _receivers.Current;
        foreach (var key in _keys.Current)
        {
            if (CallbackCipher.Decrypt(key, cipherText, receivers) is { } message)
            {
                return new Callback(message, index, tokens[index], key, receivers[0]);
            }
        }

        return null;
    }

    /// <summary>A callback that was verified, and with what an answer is encrypted.</summary>
    internal sealed record Callback(byte[] Message, int SecretIndex, string Token, byte[] Key, string Receiver);
}
