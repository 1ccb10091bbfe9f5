using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Verification;
using Hooklatch.Verification.Code;
using Hooklatch.Verification.Rules;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="AdyenSignatureAttribute"/> says.</summary>
internal sealed class AdyenVerifier(VerifierSettings settings, string? secret) : IRequestVerifier
{
    private const int MostItems = 100;
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
        using var document = UntrustedJson.Parse(body);
        if (
            document is null
            || UntrustedJson.Member(document.RootElement, "notificationItems") is not { ValueKind: JsonValueKind.Array } items
            || items.GetArrayLength() is 0 or > MostItems
        )
        {
            return Verdict.InvalidSignature;
        }

        int? match = null;
        foreach (var entry in items.EnumerateArray())
        {
            var item = UntrustedJson.Member(entry, "NotificationRequestItem");
            if (UntrustedJson.Text(UntrustedJson.Member(item, "additionalData"), "hmacSignature") is not { } signature)
            {
                return Verdict.MissingSignature;
            }

            // Every notification is signed, and by one key: a rotation does not happen within a delivery.
            if (Find(item, signature) is not { } key || key != (match ?? key))
            {
                return Verdict.InvalidSignature;
            }

            match = key;
        }

        var first = UntrustedJson.Member(items[0], "NotificationRequestItem");
        var code = UntrustedJson.Text(first, "eventCode");
        // A notification without a reference is told from no other, so that it has no id at all.
        var reference = UntrustedJson.Text(first, "pspReference");
        return Verdict.Verified(
            secretIndex: match,
            acknowledgement: Accepted,
            @event: code,
            deliveryId: items.GetArrayLength() == 1 && reference is { Length: > 0 } ? $"{reference}:{code}" : null
        );
    }

    private int? Find(JsonElement item, string signature)
    {
        var received = new byte[SHA256.HashSizeInBytes];
        if (!SignatureText.TryDecodeBase64(signature, prefix: "", received) || AdyenText.Of(item) is not { } text)
        {
            return null;
        }

        int? match = null;
        var keys = _keys.Current;
        for (var i = 0; i < keys.Count; i++)
        {
            var computed = HMACSHA256.HashData(keys[i], Encoding.UTF8.GetBytes(text));
            match = CryptographicOperations.FixedTimeEquals(computed, received) ? match ?? i : match;
        }

        return match;
    }
}
