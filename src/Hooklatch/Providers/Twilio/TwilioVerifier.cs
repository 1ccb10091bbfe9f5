using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="TwilioSignatureAttribute"/> says.</summary>
internal sealed class TwilioVerifier(VerifierSettings settings, string? secret) : IRequestVerifier
{
    private readonly LiveValues<byte[]> _keys = settings.Values(secret, Encoding.UTF8.GetBytes);

    public string Description => $"HMAC-SHA1 over URL and form in {TwilioText.Header}";

    public string? MissingSetting =>
        _keys.Current.Count == 0 ? secret ?? nameof(SignatureAttribute.Secret)
        : settings.HasPublicUrl ? null
        : "PublicUrl";

    public Verdict? CheckHeaders(VerificationRequest request) =>
        request.IsRepeated(TwilioText.Header) || request.IsQueryRepeated(TwilioText.BodyHash) ? Verdict.InvalidSignature
        : request.Header(TwilioText.Header) is null ? Verdict.MissingSignature
        : _keys.Current.Count == 0 ? Verdict.NotConfigured
        : settings.HasPublicUrl ? null
        : Verdict.PublicUrlNotConfigured;

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) => new(Verify(request));

    private Verdict Verify(VerificationRequest request)
    {
        var received = new byte[SHA1.HashSizeInBytes];
        if (!SignatureText.TryDecodeBase64(request.Header(TwilioText.Header), prefix: "", received) || FieldsOf(request) is not { } fields)
        {
            return Verdict.InvalidSignature;
        }

        var urls = settings.UrlsOf(request.Http).SelectMany(TwilioText.WithAndWithoutPort).ToArray();
        var text = Encoding.UTF8.GetBytes(fields);
        int? match = null;
        var keys = _keys.Current;
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var url in urls)
            {
                match = CryptographicOperations.FixedTimeEquals(TwilioText.Hash(keys[i], url, text), received) ? match ?? i : match;
            }
        }

        return match is null ? Verdict.InvalidSignature : Verdict.Verified(secretIndex: match);
    }

    private static string? FieldsOf(VerificationRequest request) =>
        TwilioText.FieldsOf(request.Body.Span, request.Http.Request.ContentType, request.Query(TwilioText.BodyHash));
}
