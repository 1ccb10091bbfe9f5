using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="AdyenSignatureAttribute"/> says.</summary>
internal sealed class AdyenVerifier(VerifierSettings settings, string? secret) : IRequestVerifier
{
    private const int MaxItems = 100;
    private const int BytesOfHash = 16;
    private static readonly VerifierAnswer Accepted = new("text/plain", "[accepted]"u8.ToArray());

    private readonly LiveValues<byte[]> _keys = settings.Values(
        secret,
        text => KeyText.Decode(text, KeyEncoding.Hex, prefix: "") is { Length: > 0 } key ? key : null
    );

    public string Description => "HMAC-SHA256 over the fields of each notification";

    public string? MissingSetting => _keys.Current.Count == 0 ? secret ?? nameof(SignatureAttribute.Secret) : null;

    public Verdict? CheckHeaders(VerificationRequest request) => _keys.Current.Count == 0 ? Verdict.NotConfigured : null;

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) => new(Verify(request.Body));

    private Verdict Verify(ReadOnlyMemory<byte> body)
    {
        using var document = UntrustedJson.Parse(body, UntrustedJson.MaxUnverifiedTokensOfList);
        if (
            document is null
            || UntrustedJson.Member(document.RootElement, "notificationItems") is not { ValueKind: JsonValueKind.Array } items
            || items.GetArrayLength() is 0 or > MaxItems
        )
        {
            return Verdict.InvalidSignature;
        }

        int? match = null;
        string? id = null;
        foreach (var entry in items.EnumerateArray())
        {
            var item = UntrustedJson.Member(entry, "NotificationRequestItem");
            if (UntrustedJson.Text(UntrustedJson.Member(item, "additionalData"), "hmacSignature") is not { } signature)
            {
                return Verdict.Missing("hmacSignature of an item");
            }

            // Every notification is signed, and by one key: a rotation does not happen within a delivery.
            if (AdyenText.Of(item) is not { } text || Find(text, signature) is not { } key || key != (match ?? key))
            {
                return Verdict.InvalidSignature;
            }

            match = key;
            id = IdOf(item, text);
        }

        var first = UntrustedJson.Member(items[0], "NotificationRequestItem");
        return Verdict.Verified(
            secretIndex: match,
            acknowledgement: Accepted,
            @event: UntrustedJson.Text(first, "eventCode"),
            // Which notifications come together is not signed.
            deliveryId: items.GetArrayLength() == 1 ? id : null
        );
    }

    /// <summary>Copies have one signed text, and notifications that tell of something else have another.</summary>
    /// <returns>The id; <see langword="null"/> for a notification without a reference, and for a report, which is made anew under its name.</returns>
    private static string? IdOf(JsonElement item, string text)
    {
        var reference = UntrustedJson.Scalar(UntrustedJson.Member(item, "pspReference"));
        var code = UntrustedJson.Text(item, "eventCode");
        return string.IsNullOrEmpty(reference) || code is AdyenText.ReportAvailable
            ? null
            : $"{reference}:{code}:{UntrustedJson.Scalar(UntrustedJson.Member(item, "success"))}:{HashOf(text)}";
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, BytesOfHash));

    private int? Find(string text, string signature)
    {
        var received = new byte[SHA256.HashSizeInBytes];
        if (!SignatureText.TryDecodeBase64(signature, prefix: "", received))
        {
            return null;
        }

        int? match = null;
        var keys = _keys.Current;
        for (var i = 0; i < keys.Count; i++)
        {
            var computed = AdyenText.Hash(keys[i], text);
            match = CryptographicOperations.FixedTimeEquals(computed, received) ? match ?? i : match;
        }

        return match;
    }
}
