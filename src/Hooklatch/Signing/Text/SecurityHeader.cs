using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Signing.Text;

/// <summary>
/// Counts the values of a header on which the verification rests. Kestrel passes a header that is repeated; which of two signatures or ids
/// counts would be anyone's guess, so only exactly one is accepted.
/// </summary>
internal static class SecurityHeader
{
    public static HeaderCount Count(StringValues values) =>
        values.Count > 1 ? HeaderCount.Several
        : StringValues.IsNullOrEmpty(values) ? HeaderCount.None
        : HeaderCount.One;

    /// <summary>Whether a value is exactly the expected one, told in constant time like everything that is compared here.</summary>
    public static bool Is(ReadOnlySpan<char> value, ReadOnlySpan<char> expected) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(value), MemoryMarshal.AsBytes(expected));
}
