using System.Security.Cryptography;
using System.Text;
using Hooklatch.Bodies.Forms;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>The text that Twilio signs.</summary>
internal static class TwilioText
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>The header that tells of a SharedKey and its algorithm, <c>key=…,algorithm=HMAC_SHA256</c>.</summary>
    public const string SettingsHeader = "X-Twilio-Webhooks-Signature-Settings";

    /// <summary>The query parameter that holds the hash of a body which is no form.</summary>
    public const string BodyHash = "bodySHA256";

    /// <summary>The fields by name, each name before each of its values; equal values of one name count once.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="equality">When two fields are one. Default: when name and value are equal.</param>
    public static string Of(List<KeyValuePair<string, string>> fields, IEqualityComparer<(string, string)>? equality = null)
    {
        var text = new StringBuilder();
        foreach (
            var (name, value) in fields
                .DistinctBy(field => (field.Key, field.Value), equality)
                .OrderBy(field => field.Key, StringComparer.Ordinal)
                .ThenBy(field => field.Value, StringComparer.Ordinal)
        )
        {
            text.Append(name).Append(value);
        }

        return text.ToString();
    }

    /// <summary>The URL without a port, and with its own or that of its scheme: Twilio signs now one, now the other.</summary>
    public static string[] WithAndWithoutPort(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return [url];
        }

        start += 3;
        var end = url.IndexOfAny(['/', '?', '#'], start);
        end = end < 0 ? url.Length : end;
        var authority = url[start..end];
        var host = authority.LastIndexOf('@') + 1;
        var colon = authority.LastIndexOf(':');
        // The colons of an IPv6 address stand before its bracket, those of a password before the host.
        var hasPort = colon > authority.LastIndexOf(']') && colon >= host;
        var standard = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return hasPort ? [url, url[..start] + authority[..colon] + url[end..]] : [url, url[..end] + standard + url[end..]];
    }

    /// <summary>What is signed behind the URL; <see langword="null"/> where nothing that is signed covers the body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="hash">What the query says is the hash of the body.</param>
    public static string? FieldsOf(ReadOnlySpan<byte> body, string? contentType, string? hash) =>
        hash is not null
            ? IsHashOf(body, hash)
                ? ""
                : null
            : body.IsEmpty
                ? ""
                : FormType.Is(contentType) && FormPairs.Read(body) is { } fields
                    ? Of(fields)
                    : null;

    public static int SizeOf(HmacAlgorithm algorithm) => algorithm is HmacAlgorithm.Sha256 ? SHA256.HashSizeInBytes : SHA1.HashSizeInBytes;

    /// <summary>The algorithm as people write it.</summary>
    public static string NameOf(HmacAlgorithm algorithm) => $"HMAC-{algorithm.ToString().ToUpperInvariant()}";

    /// <summary>What says of a SharedKey which it is and how it signs.</summary>
    public static string Settings(string key, HmacAlgorithm algorithm) => $"key={key},algorithm={WireName(algorithm)}";

    /// <summary>Whether a header says, once and exactly, that it was signed by this algorithm.</summary>
    public static bool Names(string settings, HmacAlgorithm algorithm) =>
        StructuredHeader.Find(settings, ',', '=', "algorithm", out var named) is HeaderCount.One
        && SecurityHeader.Is(named, WireName(algorithm));

#pragma warning disable CA5350 // What Twilio signs with.
    public static byte[] Hash(HmacAlgorithm algorithm, byte[] key, byte[] text) =>
        algorithm is HmacAlgorithm.Sha256 ? HMACSHA256.HashData(key, text) : HMACSHA1.HashData(key, text);

    /// <summary>The hash over the URL and what is signed behind it, which is not copied for each URL.</summary>
    public static byte[] Hash(HmacAlgorithm algorithm, byte[] key, string url, byte[] fields)
    {
        var name = algorithm is HmacAlgorithm.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        using var hash = IncrementalHash.CreateHMAC(name, key);
        hash.AppendData(Encoding.UTF8.GetBytes(url));
        hash.AppendData(fields);
        return hash.GetHashAndReset();
    }
#pragma warning restore CA5350

    private static string WireName(HmacAlgorithm algorithm) => algorithm is HmacAlgorithm.Sha256 ? "HMAC_SHA256" : "HMAC_SHA1";

    private static bool IsHashOf(ReadOnlySpan<byte> body, string hex)
    {
        Span<byte> received = stackalloc byte[SHA256.HashSizeInBytes];
        return SignatureText.TryDecodeHex(hex, prefix: "", received)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(body), received);
    }
}
