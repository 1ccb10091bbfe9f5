using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="TwilioSignatureAttribute"/> says.</summary>
internal sealed class TwilioVerifier(VerifierSettings settings, string? secret, string? sharedKey, HmacAlgorithm sharedAlgorithm)
    : IRequestVerifier
{
    private readonly LiveValues<byte[]> _tokens = settings.Values(secret, Encoding.UTF8.GetBytes);
    private readonly LiveValues<byte[]> _sharedKeys = settings.Values(sharedKey, Encoding.UTF8.GetBytes);

    public string Description =>
        sharedKey is null ? $"HMAC-SHA1 over URL and form in {TwilioText.Header}"
        : secret is null ? $"{TwilioText.NameOf(sharedAlgorithm)} with a SharedKey over URL and form in {TwilioText.Header}"
        : $"HMAC-SHA1, or {TwilioText.NameOf(sharedAlgorithm)} with a SharedKey, over URL and form in {TwilioText.Header}";

    public string? MissingSetting =>
        _tokens.Current.Count == 0 && (secret is not null || sharedKey is null) ? secret ?? nameof(SignatureAttribute.Secret)
        : _sharedKeys.Current.Count == 0 && sharedKey is not null ? sharedKey
        : settings.HasPublicUrl ? null
        : "PublicUrl";

    public Verdict? CheckHeaders(VerificationRequest request) =>
        request.IsRepeated(TwilioText.Header)
        || request.IsRepeated(TwilioText.SettingsHeader)
        || request.IsQueryRepeated(TwilioText.BodyHash)
            ? Verdict.InvalidSignature
        : request.Header(TwilioText.Header) is null ? Verdict.Missing(TwilioText.Header)
        : Choose(request) is not { } chosen ? Verdict.InvalidSignature
        : chosen.Keys.Count == 0 ? Verdict.NotConfigured
        : settings.HasPublicUrl ? null
        : Verdict.PublicUrlNotConfigured;

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) => new(Verify(request));

    private Verdict Verify(VerificationRequest request)
    {
        if (Choose(request) is not var (keys, algorithm))
        {
            return Verdict.InvalidSignature;
        }

        var received = new byte[TwilioText.SizeOf(algorithm)];
        if (!SignatureText.TryDecodeBase64(request.Header(TwilioText.Header), prefix: "", received) || FieldsOf(request) is not { } fields)
        {
            return Verdict.InvalidSignature;
        }

        var urls = settings.UrlsOf(request.Http).SelectMany(TwilioText.WithAndWithoutPort).ToArray();
        var text = Encoding.UTF8.GetBytes(fields);
        int? match = null;
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var url in urls)
            {
                match = CryptographicOperations.FixedTimeEquals(TwilioText.Hash(algorithm, keys[i], url, text), received)
                    ? match ?? i
                    : match;
            }
        }

        return match is null ? Verdict.InvalidSignature : Verdict.Verified(secretIndex: match);
    }

    /// <summary>
    /// The keys of a delivery and their one algorithm, of those that the attribute allows; <see langword="null"/> where it allows none of what the
    /// delivery says.
    /// </summary>
    private (IReadOnlyList<byte[]> Keys, HmacAlgorithm Algorithm)? Choose(VerificationRequest request)
    {
        if (request.Header(TwilioText.SettingsHeader) is not { } signed)
        {
            return secret is not null || sharedKey is null ? (_tokens.Current, HmacAlgorithm.Sha1) : null;
        }

        return sharedKey is not null && TwilioText.Names(signed, sharedAlgorithm) ? (_sharedKeys.Current, sharedAlgorithm) : null;
    }

    private static string? FieldsOf(VerificationRequest request) =>
        TwilioText.FieldsOf(request.Body.Span, request.Http.Request.ContentType, request.Query(TwilioText.BodyHash));
}
