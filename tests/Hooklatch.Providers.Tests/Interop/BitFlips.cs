using System.Text;
using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests.Interop;

/// <summary>A delivery with one bit turned, for every bit that the signature covers or consists of.</summary>
internal static class BitFlips
{
    /// <summary>Of a body that is larger, bits at this many places, spread over it.</summary>
    private const int MaxPositions = 128;

    /// <summary>The event's name, which GitHub does not sign.</summary>
    private const string Unsigned = "X-GitHub-Event";

    public static IEnumerable<Vector> Of(Vector valid) => OfBody(valid).Concat(OfHeaders(valid));

    private static IEnumerable<Vector> OfBody(Vector valid)
    {
        var step = Math.Max(1, valid.Body.Length / MaxPositions);
        for (var place = 0; place < valid.Body.Length; place += step)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var body = valid.Body.ToArray();
                body[place] ^= (byte)(1 << bit);
                yield return valid with
                {
                    Body = body,
                    IsValid = false,
                    Note = $"{valid.Note}, bit {bit} of byte {place} of the body",
                };
            }
        }
    }

    private static IEnumerable<Vector> OfHeaders(Vector valid)
    {
        for (var header = 0; header < valid.Headers.Count; header++)
        {
            var (name, value) = valid.Headers[header];
            for (var place = 0; place < value.Length && name != Unsigned; place++)
            {
                // Kestrel reads a character beyond ASCII as UTF-8, in which it is two bytes: seven bits are what a header can carry.
                for (var bit = 0; bit < 7; bit++)
                {
                    var flipped = (char)(value[place] ^ (1 << bit));
                    if (!IsOtherCase(value, place, flipped, valid))
                    {
                        yield return valid with
                        {
                            Headers =
                            [
                                .. valid.Headers.Select(
                                    (one, i) => i == header ? KeyValuePair.Create(name, Replace(value, place, flipped)) : one
                                ),
                            ],
                            IsValid = false,
                            Note = $"{valid.Note}, bit {bit} of character {place} of {name}",
                        };
                    }
                }
            }
        }
    }

    private static string Replace(string text, int place, char character) => new StringBuilder(text) { [place] = character }.ToString();

    /// <summary>A hexadecimal letter means the same in either case.</summary>
    private static bool IsOtherCase(string value, int place, char flipped, Vector valid) =>
        valid.Provider is "github" or "stripe"
        && place > value.LastIndexOf('=')
        && char.IsAsciiLetter(value[place])
        && (value[place] ^ flipped) == 0x20;
}
