namespace Hooklatch.Generators.Common;

/// <summary>The name of an HTTP method.</summary>
internal static class HttpMethodName
{
    /// <summary>Whether it is written as methods are, which are case-sensitive (RFC 9110 section 9.1).</summary>
    public static bool IsValid(string method) => method.Length > 0 && method.All(c => c is (>= 'A' and <= 'Z') or '-');
}
