using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Signing.Text;

/// <summary>
/// Compares in a time that does not tell where two texts differ. What gives a mask gives -1 for yes and 0 for no, so that several answers become one
/// without a branch; its numbers are not negative.
/// </summary>
internal static class FixedTime
{
    /// <summary>Both sides are hashed first, so that not even their lengths tell.</summary>
    public static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(one)),
            SHA256.HashData(Encoding.UTF8.GetBytes(other))
        );

    /// <summary>Whether the text is one of several. All of them are compared, whichever it is.</summary>
    public static bool IsOneOf(string text, IReadOnlyList<string> several)
    {
        var isFound = false;
        for (var i = 0; i < several.Count; i++)
        {
            isFound |= AreEqual(several[i], text);
        }

        return isFound;
    }

    /// <summary>Whether two numbers are equal, as a mask.</summary>
    public static int Same(int one, int other) => ((one ^ other) - 1) >> 31;

    /// <summary>Whether a number is smaller than another, as a mask.</summary>
    public static int Less(int one, int other) => (one - other) >> 31;

    /// <summary>One number where the mask is set, the other where it is not.</summary>
    public static int Select(int mask, int one, int other) => (one & mask) | (other & ~mask);

    /// <summary>Whether what begins somewhere in a text, and is so many bytes long, is what is expected there; as a mask.</summary>
    public static int IsAt(ReadOnlySpan<byte> text, int start, int length, ReadOnlySpan<byte> expected)
    {
        var same = Same(length, expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            // Where the text is over another byte is read in place of none: the lengths differ then.
            var at = Select(Less(start + i, text.Length), start + i, 0);
            same &= Same(text[at], expected[i]);
        }

        return same;
    }

    /// <summary>Whether one text comes before another in the order of bytes, as a mask. The time depends on their lengths alone.</summary>
    public static int IsBefore(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var shared = Math.Min(one.Length, other.Length);
        var difference = 0;
        for (var i = 0; i < shared; i++)
        {
            difference |= (one[i] - other[i]) & IsZero(difference);
        }

        difference |= (one.Length - other.Length) & IsZero(difference);
        return difference >> 31;
    }

    private static int IsZero(int number) => ~((number | -number) >> 31);
}
