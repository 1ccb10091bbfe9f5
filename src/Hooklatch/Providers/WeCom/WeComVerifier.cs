using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="WeComSignatureAttribute"/> says.</summary>
internal sealed class WeComVerifier(CallbackSettings settings, TimeTolerance tolerance) : IRequestVerifier
{
    private const string Handshake = "echostr";
    private const int MaxAnswerLength = 1024;
    private static readonly string[] Parameters = ["msg_signature", "timestamp", "nonce"];

    public string Description => "SHA-1 in msg_signature, AES-256";

    public string? MissingSetting => settings.MissingSetting;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        Parameters.Append(Handshake).Any(request.IsQueryRepeated) ? Verdict.InvalidSignature
        : request.FirstMissingQuery(Parameters) is { } missing ? Verdict.Missing(missing)
        : MissingSetting is not null ? Verdict.NotConfigured
        : CheckTime(request);

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation)
    {
        var handshake = HttpMethods.IsGet(request.Http.Request.Method) ? request.Query(Handshake) : null;
        var cipherText = handshake ?? FlatXml.Read(request.Body.Span)?.Single("Encrypt");
        var opened = cipherText is null
            ? null
            : settings.Open(request.Query("msg_signature")!, request.Query("timestamp")!, request.Query("nonce")!, cipherText);
        return new(
            opened is null ? Verdict.InvalidSignature
            : handshake is not null != IsAnswer(opened.Message) ? Verdict.InvalidSignature
            : handshake is not null ? Verdict.Verified(opened.SecretIndex, answer: new VerifierAnswer("text/plain", opened.Message))
            : Accept(opened)
        );
    }

    /// <summary>
    /// Whether a message is what a handshake is answered with: a short text of printable ASCII. Handshakes and callbacks are signed alike. Whoever has
    /// seen a callback, which is XML, must not have it decrypted by asking with it, nor have a handler run with what they have seen in a handshake.
    /// </summary>
    private static bool IsAnswer(ReadOnlySpan<byte> message) =>
        message.Length is > 0 and <= MaxAnswerLength
        && !message.ContainsAnyExceptInRange((byte)' ', (byte)'~')
        && !message.ContainsAny("<{"u8);

    private Verdict? CheckTime(VerificationRequest request) =>
        tolerance.Check(SignedTime.ReadUnix(request.Query("timestamp")!, isMilliseconds: false), request);

    private static Verdict Accept(CallbackSettings.Callback callback)
    {
        var message = FlatXml.ReadVerified(callback.Message);
        var type = message?.Single("MsgType");
        return Verdict.Verified(
            callback.SecretIndex,
            callback.Message,
            @event: message?.Single("Event") ?? type,
            // The one of an event would be that of the message which it tells of.
            deliveryId: type is "event" ? null : message?.Single("MsgId")
        );
    }
}
