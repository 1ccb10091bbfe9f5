namespace Hooklatch;

/// <summary>
/// Verifies a sender by a token that it repeats with every request, in a header or in the query. The token proves who sends but not what
/// is sent: prefer a signature where the provider has one.
/// </summary>
/// <remarks>
/// Exactly one of <see cref="Header"/> and <see cref="Query"/> is set, and exactly one of <see cref="Secret"/> and <see cref="SecretSource"/>. A missing token is answered 400, a wrong or repeated one 403. Both
/// sides are hashed before the comparison, which takes the same time whatever differs.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class SharedTokenAttribute : Attribute
{
    /// <summary>The header that carries the token, such as <c>X-Gitlab-Token</c>.</summary>
    public string? Header { get; set; }

    /// <summary>
    /// What stands before the token in the header. An authentication scheme, such as <c>"Bearer "</c>, is compared as HTTP defines it: in any case,
    /// with one or more spaces behind it (RFC 9110 sections 11.1 and 11.4). Anything else, such as <c>"sha256="</c>, is compared exactly.
    /// Default: nothing.
    /// </summary>
    public string? Prefix { get; set; }

    /// <summary>
    /// The query parameter that carries the token. The query of such an endpoint is kept out of logs and traces.
    /// </summary>
    public string? Query { get; set; }

    /// <inheritdoc cref="SignatureAttribute.Secret"/>
    public string? Secret { get; set; }

    /// <summary>
    /// The <see cref="Verification.ISecretSource"/> of the plugin that knows the tokens of each tenant, in place of <see cref="Secret"/>.
    /// </summary>
    public Type? SecretSource { get; set; }
}
