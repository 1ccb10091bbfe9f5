using System.Buffers.Text;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Refusals;

/// <summary>A signature of the request as bytes, and how it had to be read to get them.</summary>
/// <param name="Bytes">The signature.</param>
/// <param name="Encoding">The encoding, where it is another one than the scheme's.</param>
/// <param name="HasOtherPrefix">Whether another text stands before it than the scheme's, or none.</param>
internal sealed record SignatureReading(byte[] Bytes, SignatureEncoding? Encoding, bool HasOtherPrefix)
{
    /// <summary>How many of the offered signatures are read.</summary>
    private const int MaxCandidates = 4;

    /// <summary>No signature is longer in any writing.</summary>
    private const int MaxLength = 2048;

    /// <summary>What ends a prefix in the writings of providers: <c>sha256=</c>, <c>v1,</c>, <c>HMAC </c>, <c>v1:</c>.</summary>
    private static readonly char[] Ends = ['=', ',', ' ', ':'];

    /// <summary>Each offered signature in every writing that it may be in, the scheme's own first.</summary>
    public static IReadOnlyList<SignatureReading> Of(SignatureScheme scheme, in ReceivedRequest request)
    {
        var readings = new List<SignatureReading>();
        var candidates = scheme.Offered(request);
        for (var i = 0; i < MaxCandidates && candidates.MoveNext(); i++)
        {
            Add(readings, scheme, candidates.Current);
        }

        if (
            readings.Count == 0
            && scheme.FieldOfSignature is not null
            && request.Header(scheme.HeaderOfSignature) is { IsEmpty: false } whole
        )
        {
            // The header without the field that the scheme looks for.
            Add(readings, scheme, whole);
        }

        return [.. readings.OrderBy(reading => (reading.Encoding is null ? 0 : 1) + (reading.HasOtherPrefix ? 1 : 0))];
    }

    private static void Add(List<SignatureReading> readings, SignatureScheme scheme, ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return;
        }

        var (encoding, prefix) = scheme.Writing;
        var rest = text;
        var hasPrefix = HeaderPrefix.TryRemove(ref rest, prefix);
        if (hasPrefix)
        {
            AddDecoded(rest, hasOtherPrefix: false);
        }

        if (prefix.Length > 0 || !hasPrefix)
        {
            AddDecoded(text, hasOtherPrefix: true);
        }

        var end = text.IndexOfAny(Ends) + 1;
        if (end > 0 && end <= 16 && end < text.Length)
        {
            AddDecoded(text[end..].TrimStart(' '), hasOtherPrefix: true);
        }

        void AddDecoded(ReadOnlySpan<char> written, bool hasOtherPrefix)
        {
            foreach (var other in new[] { encoding, SignatureEncoding.Hex, SignatureEncoding.Base64, SignatureEncoding.Base64Url })
            {
                if (Decode(written, other) is { Length: >= 16 } bytes)
                {
                    var reading = new SignatureReading(bytes, other == encoding ? null : other, hasOtherPrefix);
                    if (!readings.Exists(known => known.Bytes.AsSpan().SequenceEqual(bytes)))
                    {
                        readings.Add(reading);
                    }
                }
            }
        }
    }

    /// <summary>As it is written by anyone: white space around it and missing padding are no reason to see nothing in it.</summary>
    private static byte[]? Decode(ReadOnlySpan<char> text, SignatureEncoding encoding)
    {
        text = text.Trim();
        try
        {
            return encoding switch
            {
                SignatureEncoding.Hex => text.Length % 2 == 0 ? Convert.FromHexString(text) : null,
                SignatureEncoding.Base64 => Convert.FromBase64String(
                    text.ToString().TrimEnd('=').PadRight((text.TrimEnd('=').Length + 3) / 4 * 4, '=')
                ),
                _ => Base64Url.DecodeFromChars(text.TrimEnd('=')),
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
