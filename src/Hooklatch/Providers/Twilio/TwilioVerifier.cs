using System.Security.Cryptography;
using System.Text;
using Hooklatch.Bodies.Forms;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="TwilioSignatureAttribute"/> says.</summary>
internal sealed class TwilioVerifier(VerifierSettings settings, string? secret) : IRequestVerifier
{
    private const string Header = "X-Twilio-Signature";
    private const string BodyHash = "bodySHA256";
    private readonly LiveValues<byte[]> _keys = settings.Values(secret, Encoding.UTF8.GetBytes);

    public string Description => $"HMAC-SHA1 over URL and form in {Header}";

    public string? MissingSetting =>
        _keys.Current.Count == 0 ? secret ?? nameof(SignatureAttribute.Secret)
        : settings.HasPublicUrl ? null
        : "PublicUrl";

    public Verdict? CheckHeaders(VerificationRequest request) =>
        request.IsRepeated(Header) || request.IsQueryRepeated(BodyHash) ? Verdict.InvalidSignature
        : request.Header(Header) is null ? Verdict.MissingSignature
        : _keys.Current.Count == 0 ? Verdict.NotConfigured
        : settings.HasPublicUrl ? null
        : Verdict.PublicUrlNotConfigured;

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) => new(Verify(request));

    private Verdict Verify(VerificationRequest request)
    {
        var received = new byte[SHA1.HashSizeInBytes];
        if (!SignatureText.TryDecodeBase64(request.Header(Header), prefix: "", received) || SignedFields(request) is not { } fields)
        {
            return Verdict.InvalidSignature;
        }

        var texts = settings
            .UrlsOf(request.Http)
            .SelectMany(TwilioText.WithAndWithoutPort)
            .Select(url => Encoding.UTF8.GetBytes(url + fields))
            .ToArray();
        int? match = null;
        var keys = _keys.Current;
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var text in texts)
            {
                match = CryptographicOperations.FixedTimeEquals(Hash(keys[i], text), received) ? match ?? i : match;
            }
        }

        return match is null ? Verdict.InvalidSignature : Verdict.Verified(secretIndex: match);
    }

    /// <summary>What is signed behind the URL; <see langword="null"/> where nothing that is signed covers the body.</summary>
    private static string? SignedFields(VerificationRequest request) =>
        request.Query(BodyHash) is { } hash
            ? IsHashOf(request.Body.Span, hash)
                ? ""
                : null
            : request.Body.IsEmpty
                ? ""
                : IsForm(request.Http.Request) && FormPairs.Read(request.Body.Span) is { } fields
                    ? TwilioText.Of(fields)
                    : null;

    private static bool IsHashOf(ReadOnlySpan<byte> body, string hex)
    {
        Span<byte> received = stackalloc byte[SHA256.HashSizeInBytes];
        return SignatureText.TryDecodeHex(hex, prefix: "", received)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(body), received);
    }

    private static bool IsForm(HttpRequest request) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

#pragma warning disable CA5350 // What Twilio signs with.
    private static byte[] Hash(byte[] key, byte[] text) => HMACSHA1.HashData(key, text);
#pragma warning restore CA5350
}
