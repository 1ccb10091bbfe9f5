namespace Hooklatch.Signing;

/// <summary>
/// States that a <see cref="SignatureAttribute"/> class verifies a token that the provider repeats with every request. It proves who sends
/// but not what is sent; duplicates are not detected behind it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TokenSchemeAttribute : Attribute
{
    /// <summary>The header that carries the token, or its names divided by <c>|</c>. Exactly one of this and <see cref="Query"/> is set.</summary>
    public string? Header { get; set; }

    /// <summary>
    /// What stands before the token in the header. An authentication scheme, such as <c>"Bearer "</c>, is compared as HTTP defines it: in any case,
    /// with one or more spaces behind it (RFC 9110 sections 11.1 and 11.4). Anything else, such as <c>"sha256="</c>, is compared exactly.
    /// Default: nothing.
    /// </summary>
    public string Prefix { get; set; } = "";

    /// <summary>The query parameter that carries the token. The query of such an endpoint is kept out of logs and traces.</summary>
    public string? Query { get; set; }

    /// <summary>
    /// Whether the token is base64 of what is configured, as the <c>user:password</c> of Basic authentication (RFC 7617). Default: not.
    /// </summary>
    public bool IsBase64 { get; set; }
}
