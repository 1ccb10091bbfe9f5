using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Keys;

/// <summary>
/// A token in the compact form of RFC 7515, read but not verified. The reader is stricter than the RFC: whatever could be understood in two
/// ways, or asks for more than one plain signature, is no token. What a header says of keys (<c>jwk</c>, <c>jku</c>, <c>x5c</c>,
/// <c>x5u</c>) is not looked at; only <c>kid</c> is, to choose among keys that are trusted already.
/// </summary>
/// <param name="KeyId">The <c>kid</c>; <see langword="null"/> where the header names no key.</param>
/// <param name="Signed">The text that the signature covers.</param>
/// <param name="Payload">The claims, which are not to be read before the signature is verified.</param>
/// <param name="Signature">The signature.</param>
internal sealed record CompactJws(string? KeyId, byte[] Signed, byte[] Payload, byte[] Signature)
{
    /// <summary>More than the longest chain of claims that a provider sends, and less than what headers may hold.</summary>
    private const int MaxLength = 8192;

    private const int MaxKeyIdLength = 256;

    /// <summary>One more than a token has: a text of dots is not divided at each of them.</summary>
    private const int MaxParts = 4;

    /// <summary>Reads a token that is signed by exactly one algorithm.</summary>
    /// <returns>The token; <see langword="null"/> where the text is none.</returns>
    public static CompactJws? Read(string text, JwsAlgorithm algorithm)
    {
        if (
            text.Length > MaxLength
            || text.Split('.', MaxParts) is not [var head, var payload, var signature]
            || Decode(head) is not { } header
            || Decode(payload) is not { } claims
            || Decode(signature) is not { } signed
        )
        {
            return null;
        }

        using var document = UntrustedJson.Parse(header);
        return document is not null && IsAccepted(document.RootElement, algorithm)
            ? new CompactJws(
                UntrustedJson.Text(document.RootElement, "kid"),
                Encoding.ASCII.GetBytes(text[..(head.Length + 1 + payload.Length)]),
                claims,
                signed
            )
            : null;
    }

    /// <summary>Writes a token as <see cref="Read"/> reads it.</summary>
    public static string Write(JwsAlgorithm algorithm, string? keyId, JsonObject claims, SignerKeys keys)
    {
        var header = new JsonObject { ["alg"] = algorithm.Name() };
        if (keyId is not null)
        {
            header["kid"] = keyId;
        }

        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(algorithm.Sign(keys, Encoding.ASCII.GetBytes(text)))}";

        static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
    }

    private static bool IsAccepted(JsonElement header, JwsAlgorithm algorithm) =>
        UntrustedJson.Text(header, "alg") is { } name
        && SecurityHeader.Is(name, algorithm.Name())
        // Extensions that must be understood are not; an unencoded payload (RFC 7797) is one, marked or not.
        && IsAbsent(header, "crit")
        && IsAbsent(header, "b64")
        && IsAbsent(header, "zip")
        && (IsAbsent(header, "kid") || UntrustedJson.Text(header, "kid") is { Length: > 0 and <= MaxKeyIdLength });

    private static bool IsAbsent(JsonElement header, string name) =>
        UntrustedJson.Member(header, name).ValueKind is JsonValueKind.Undefined;

    /// <summary>Base64 in the alphabet for URLs without padding, in its one spelling.</summary>
    private static byte[]? Decode(string text)
    {
        if (text.Length == 0 || text.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        var bytes = new byte[text.Length * 3 / 4];
        return SignatureText.TryDecodeBase64Url(text, prefix: "", bytes) ? bytes : null;
    }
}
