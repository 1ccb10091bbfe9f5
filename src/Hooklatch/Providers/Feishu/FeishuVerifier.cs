using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="FeishuSignatureAttribute"/> says.</summary>
internal sealed class FeishuVerifier(VerifierSettings settings, FeishuSignatureAttribute attribute, TimeTolerance tolerance)
    : IRequestVerifier
{
    private const int MaxChallengeLength = 1024;
    private static readonly string[] Headers = [FeishuText.Signature, FeishuText.Timestamp, FeishuText.Nonce];

    private readonly LiveValues<FeishuKey> _keys = settings.Values(attribute.Secret, FeishuKey.Read);
    private readonly LiveValues<byte[]> _tokens = settings.Values(attribute.VerificationToken, Encoding.UTF8.GetBytes);

    public string Description => $"SHA-256 with the secret in {FeishuText.Signature}";

    public string? MissingSetting => _keys.Current.Count == 0 ? attribute.Secret ?? nameof(attribute.Secret) : null;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        Headers.Any(request.IsRepeated) ? Verdict.InvalidSignature
        : _keys.Current.Count == 0 ? Verdict.NotConfigured
        : request.Header(FeishuText.Signature) is null ? CheckHandshake(request)
        : request.FirstMissing([FeishuText.Timestamp, FeishuText.Nonce]) is { } missing ? Verdict.Missing(missing)
        : CheckTime(request);

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) =>
        new(request.Header(FeishuText.Signature) is { } signature ? VerifySigned(request, signature) : AnswerHandshake(request.Body));

    private Verdict? CheckTime(VerificationRequest request) =>
        tolerance.Check(SignedTime.ReadUnix(request.Header(FeishuText.Timestamp)!, isMilliseconds: false), request);

    /// <summary>
    /// Without a signature it may be the handshake, which the body tells. Whatever it turns out not to be is rejected as a wrong signature is, and
    /// what is longer than any handshake is not read at all.
    /// </summary>
    private static Verdict? CheckHandshake(VerificationRequest request) =>
        request.Http.Request.ContentLength > UntrustedJson.MaxUnsignedBytes ? Verdict.InvalidSignature : null;

    private Verdict VerifySigned(VerificationRequest request, string signature)
    {
        var keys = _keys.Current;
        if (Find(keys, request, signature) is not { } index)
        {
            return Verdict.InvalidSignature;
        }

        using var body = UntrustedJson.ParseVerified(request.Body);
        var text = body is null ? null : UntrustedJson.Text(body.RootElement, "encrypt");
        if (text is null)
        {
            return Accept(index, request.Body, payload: null);
        }

        if (FeishuCipher.Decode(text) is not { } cipherText)
        {
            return Verdict.InvalidSignature;
        }

        // A key that signed has encrypted as well.
        var message = FeishuCipher.Decrypt(keys[index], cipherText);
        var padding = FeishuCipher.PaddingOf(message);
        var content = message.AsMemory(0, message.Length - padding);
        return padding == 0 ? Verdict.InvalidSignature : Accept(index, content, content);
    }

    private static int? Find(IReadOnlyList<FeishuKey> keys, VerificationRequest request, string signature)
    {
        Span<byte> received = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
        if (!SignatureText.TryDecodeHex(signature, prefix: "", received))
        {
            return null;
        }

        int? match = null;
        for (var i = 0; i < keys.Count; i++)
        {
            FeishuText.Hash(keys[i], request.Header(FeishuText.Timestamp), request.Header(FeishuText.Nonce), request.Body.Span, computed);
            match = CryptographicOperations.FixedTimeEquals(computed, received) ? match ?? i : match;
        }

        return match;
    }

    private static Verdict Accept(int index, ReadOnlyMemory<byte> message, ReadOnlyMemory<byte>? payload)
    {
        using var document = UntrustedJson.ParseVerified(message);
        if (document?.RootElement is not { } root)
        {
            return Verdict.Verified(index, payload);
        }

        if (ChallengeOf(root) is { } challenge)
        {
            return Verdict.Verified(index, answer: Answer(Encoding.ASCII.GetBytes(challenge)));
        }

        var header = UntrustedJson.Member(root, "header");
        return Verdict.Verified(
            index,
            payload,
            @event: UntrustedJson.Text(header, "event_type") ?? UntrustedJson.Text(UntrustedJson.Member(root, "event"), "type"),
            deliveryId: UntrustedJson.Text(header, "event_id") ?? UntrustedJson.Text(root, "uuid")
        );
    }

    /// <summary>
    /// The handshake of a URL that is being entered, which nothing signs. What is no handshake is rejected as a wrong signature is, and what was
    /// encrypted is rejected in a time that does not tell what it decrypts to.
    /// </summary>
    private Verdict AnswerHandshake(ReadOnlyMemory<byte> body) =>
        body.Length <= UntrustedJson.MaxUnsignedBytes && FindHandshake(body) is { } challenge
            ? Verdict.Verified(answer: Answer(challenge))
            : Verdict.InvalidSignature;

    private byte[]? FindHandshake(ReadOnlyMemory<byte> body)
    {
        using var envelope = UntrustedJson.Parse(body);
        if (envelope is null)
        {
            return null;
        }

        var tokens = _tokens.Current;
        if (!envelope.RootElement.TryGetProperty("encrypt", out var member))
        {
            return FeishuHandshake.FindPlain(body.Span, tokens);
        }

        if (UntrustedJson.Text(member) is not { } text || FeishuCipher.Decode(text) is not { } cipherText)
        {
            return null;
        }

        byte[]? found = null;
        foreach (var key in _keys.Current)
        {
            // With every key, whichever of them it is.
            found = FeishuHandshake.FindDecrypted(FeishuCipher.Decrypt(key, cipherText), tokens) ?? found;
        }

        return found;
    }

    /// <summary>What a signed handshake wants to hear; only printable ASCII is ever said back.</summary>
    private static string? ChallengeOf(JsonElement handshake) =>
        UntrustedJson.Text(handshake, "type") is "url_verification"
        && UntrustedJson.Text(handshake, "challenge") is { Length: > 0 and <= MaxChallengeLength } challenge
        && challenge.All(character => character is >= ' ' and <= '~')
            ? challenge
            : null;

    private static VerifierAnswer Answer(ReadOnlySpan<byte> challenge)
    {
        var answer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(answer);
        json.WriteStartObject();
        json.WriteString("challenge"u8, challenge);
        json.WriteEndObject();
        json.Flush();
        return new VerifierAnswer("application/json", answer.WrittenMemory);
    }
}
