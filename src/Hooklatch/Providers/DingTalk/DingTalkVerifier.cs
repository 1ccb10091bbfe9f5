using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="DingTalkSignatureAttribute"/> says.</summary>
internal sealed class DingTalkVerifier(CallbackSettings settings, TimeTolerance tolerance) : IRequestVerifier
{
    private const string NonceDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Signatures = ["signature", "msg_signature"];
    private static readonly string[] Parameters = ["timestamp", "nonce"];

    public string Description => "SHA-1 in signature, AES-256";

    public string? MissingSetting => settings.MissingSetting;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        Parameters.Concat(Signatures).Any(request.IsQueryRepeated) ? Verdict.InvalidSignature
        : SignatureOf(request) is null ? Verdict.Missing("query parameter signature")
        : request.FirstMissingQuery(Parameters) is { } missing ? Verdict.Missing(missing)
        : MissingSetting is not null ? Verdict.NotConfigured
        : CheckTime(request);

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation)
    {
        using var document = UntrustedJson.Parse(request.Body);
        var cipherText = document is null ? null : UntrustedJson.Text(document.RootElement, "encrypt");
        var opened = cipherText is null
            ? null
            : settings.Open(SignatureOf(request)!, request.Query("timestamp")!, request.Query("nonce")!, cipherText);
        return new(opened is null ? Verdict.InvalidSignature : Accept(opened, request.ReceivedAt));
    }

    /// <summary>Older callbacks name it <c>signature</c>, newer ones send <c>msg_signature</c> beside it with the same value.</summary>
    private static string? SignatureOf(VerificationRequest request) => request.Query("msg_signature") ?? request.Query("signature");

    private Verdict? CheckTime(VerificationRequest request) =>
        tolerance.Check(SignedTime.ReadUnix(request.Query("timestamp")!, isMilliseconds: true), request);

    private static Verdict Accept(CallbackSettings.Callback callback, DateTimeOffset now)
    {
        // An answer of ours is signed and encrypted with the same keys, and would verify if it came back; it is no JSON.
        using var message = UntrustedJson.ParseVerified(callback.Message);
        if (message is null)
        {
            return Verdict.InvalidSignature;
        }

        var name = UntrustedJson.Text(message.RootElement, "EventType");
        var reply = name switch
        {
            "check_url" => "success",
            "check_create_suite_url" or "check_update_suite_url" => UntrustedJson.Text(message.RootElement, "Random"),
            _ => null,
        };
        return reply is not null
            ? Verdict.Verified(callback.SecretIndex, callback.Message, answer: Answer(callback, reply, now), @event: name)
            : Verdict.Verified(callback.SecretIndex, callback.Message, acknowledgement: Answer(callback, "success", now), @event: name);
    }

    private static VerifierAnswer Answer(CallbackSettings.Callback callback, string text, DateTimeOffset now)
    {
        var cipherText = CallbackCipher.Encrypt(callback.Key, Encoding.UTF8.GetBytes(text), callback.Receiver);
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString(NonceDigits, 16);
        var answer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(answer);
        json.WriteStartObject();
        json.WriteString("msg_signature", Convert.ToHexStringLower(CallbackCipher.Sign(callback.Token, timestamp, nonce, cipherText)));
        json.WriteString("timeStamp", timestamp);
        json.WriteString("nonce", nonce);
        json.WriteString("encrypt", cipherText);
        json.WriteEndObject();
        json.Flush();
        return new VerifierAnswer("application/json", answer.WrittenMemory);
    }
}
