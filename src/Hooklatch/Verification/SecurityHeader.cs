using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Verification;

/// <summary>
/// Reads a header on which the verification rests. Kestrel passes a header that is repeated; which of two signatures or ids counts would be
/// anyone's guess, so only exactly one is accepted.
/// </summary>
internal static class SecurityHeader
{
    public static HeaderCount Read(IHeaderDictionary headers, string name, out string value) => Single(headers[name], out value);

    public static HeaderCount Single(StringValues values, out string value)
    {
        value = values.Count == 1 ? values[0] ?? "" : "";
        return values.Count > 1 ? HeaderCount.Several : value.Length == 0 ? HeaderCount.None : HeaderCount.One;
    }
}
