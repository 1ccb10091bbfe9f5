using Microsoft.Extensions.Primitives;

namespace Hooklatch.Verification.Rules;

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
}
