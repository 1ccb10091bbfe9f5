namespace Hooklatch.Generators.Common;

/// <summary>The name of an HTTP method.</summary>
internal static class HttpMethodName
{
    /// <summary>The methods that webhooks are sent with: RFC 9110 section 9.3, RFC 5789 and what proxies of WebDAV let through.</summary>
    private static readonly string[] Usual = ["POST", "PUT", "PATCH", "GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY"];

    /// <summary>Whether it is written as methods are, which are case-sensitive (RFC 9110 section 9.1).</summary>
    public static bool IsValid(string method) => method.Length > 0 && method.All(c => c is (>= 'A' and <= 'Z') or '-');

    /// <summary>Whether its requests usually have a body.</summary>
    public static bool HasBody(string method) => method is "POST" or "PUT" or "PATCH";

    /// <summary>The usual method that another was probably meant to be; <see langword="null"/> where it is one, or like none.</summary>
    public static string? Meant(string method) => Usual.Contains(method) ? null : NearestName.Mistyped(method, Usual);
}
