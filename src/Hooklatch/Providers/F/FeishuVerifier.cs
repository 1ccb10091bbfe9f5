using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Verification.Code;
using Hooklatch.Verification.Rules;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="FeishuSignatureAttribute"/> says.</summary>
internal sealed class FeishuVerifier(VerifierSettings settings, FeishuSignatureAttribute attribute, TimeTolerance tolerance)
    : IRequestVerifier
{
    private const string Signature = "X-Lark-Signature";
    private const string Timestamp = "X-Lark-Request-Timestamp";
    private const string Nonce = "X-Lark-Request-Nonce";
    private const int MostOfChallenge = 1024;
    private const int MostOfQuestion = 16 << 10;
    private static readonly string[] Headers = [Signature, Timestamp, Nonce];

    private readonly LiveValues _keys = settings.Values(attribute.Secret);
    private readonly LiveValues _tokens = settings.Values(attribute.VerificationToken);

    public string Description => $"SHA-256 with the secret in {Signature}";

    public string? MissingSetting => _keys.Current.Count == 0 ? attribute.Secret ?? nameof(attribute.Secret) : null;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        Headers.Any(request.IsRepeated) ? Verdict.InvalidSignature
        : _keys.Current.Count == 0 ? Verdict.NotConfigured
        : request.Header(Signature) is null ? null // a question, which the body tells
        : request.Header(Timestamp) is null || request.Header(Nonce) is null ? Verdict.MissingSignature
        : CheckTime(request);

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) =>
        new(request.Header(Signature) is { } signature ? VerifySigned(request, signature) : AnswerQuestion(request.Body));

    private Verdict? CheckTime(VerificationRequest request) =>
        tolerance.Check(SignedTime.ReadUnix(request.Header(Timestamp)!, isMilliseconds: false), request);

    private Verdict VerifySigned(VerificationRequest request, string signature)
    {
        if (Find(request, signature) is not { } index)
        {
            return Verdict.InvalidSignature;
        }

        using var body = UntrustedJson.ParseVerified(request.Body);
        var cipherText = body is null ? null : UntrustedJson.Text(body.RootElement, "encrypt");
        if (cipherText is null)
        {
            return Accept(index, request.Body, payload: null);
        }

        // A key that signed has encrypted as well.
        return FeishuCipher.Decrypt(_keys.Current[index], cipherText) is { } message
            ? Accept(index, message, message)
            : Verdict.InvalidSignature;
    }

    private int? Find(VerificationRequest request, string signature)
    {
        Span<byte> received = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
        if (!SignatureText.TryDecodeHex(signature, prefix: "", received))
        {
            return null;
        }

        int? match = null;
        var keys = _keys.Current;
        for (var i = 0; i < keys.Count; i++)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes($"{request.Header(Timestamp)}{request.Header(Nonce)}{keys[i]}"));
            hash.AppendData(request.Body.Span);
            hash.GetHashAndReset(computed);
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
            return Verdict.Verified(index, answer: Answer(challenge));
        }

        var header = UntrustedJson.Member(root, "header");
        return Verdict.Verified(
            index,
            payload,
            @event: UntrustedJson.Text(header, "event_type") ?? UntrustedJson.Text(UntrustedJson.Member(root, "event"), "type"),
            deliveryId: UntrustedJson.Text(header, "event_id") ?? UntrustedJson.Text(root, "uuid")
        );
    }

    /// <summary>The question of a URL that is being entered, which nothing signs.</summary>
    private Verdict AnswerQuestion(ReadOnlyMemory<byte> body)
    {
        using var envelope = body.Length > MostOfQuestion ? null : UntrustedJson.Parse(body);
        if (envelope is null)
        {
            return Verdict.MissingSignature;
        }

        var cipherText = UntrustedJson.Text(envelope.RootElement, "encrypt");
        var message = cipherText is null
            ? null
            : _keys.Current.Select(key => FeishuCipher.Decrypt(key, cipherText)).FirstOrDefault(one => one is not null);
        using var opened = message is null ? null : UntrustedJson.Parse(message);
        var question = opened?.RootElement ?? envelope.RootElement;
        if (ChallengeOf(question) is not { } challenge)
        {
            return Verdict.MissingSignature;
        }

        var isKnown =
            _tokens.Current.Count == 0
                ? opened is not null
                : UntrustedJson.Text(question, "token") is { } token && FixedTime.IsOneOf(token, _tokens.Current);
        return isKnown ? Verdict.Verified(answer: Answer(challenge)) : Verdict.InvalidSignature;
    }

    /// <summary>What a question wants to hear; only printable ASCII is ever said back.</summary>
    private static string? ChallengeOf(JsonElement question) =>
        UntrustedJson.Text(question, "type") is "url_verification"
        && UntrustedJson.Text(question, "challenge") is { Length: > 0 and <= MostOfChallenge } challenge
        && challenge.All(character => character is >= ' ' and <= '~')
            ? challenge
            : null;

    private static VerifierAnswer Answer(string challenge)
    {
        var answer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(answer);
        json.WriteStartObject();
        json.WriteString("challenge", challenge);
        json.WriteEndObject();
        json.Flush();
        return new VerifierAnswer("application/json", answer.WrittenMemory);
    }
}
