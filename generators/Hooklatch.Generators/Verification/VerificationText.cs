namespace Hooklatch.Generators.Verification;

/// <summary>Says how an endpoint is verified, in the words in which the host's start-up report says it; a test holds the two equal.</summary>
internal static class VerificationText
{
    public static string Of(VerificationModel verification) =>
        verification switch
        {
            { Signature: { } signature } => Signature(signature),
            { Token: { } token } => Token(token),
            // What it is called by is written in its code.
            { Code: not null } => $"by the code of {verification.Attribute}",
            { UnverifiedReason: { } reason } => $"unverified ({reason})",
            _ => "unverified",
        };

    /// <summary>The settings that hold what it is verified with.</summary>
    public static string[] SecretsOf(VerificationModel verification) =>
        [
            .. (verification.Signature?.Schemes.Select(scheme => scheme.KeyPath) ?? [])
                .Append(verification.Token?.Secret)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Signature(SignatureModel signature) =>
        string.Join(signature.RequiresAll ? " and " : " or ", signature.Schemes.Select(Scheme).Distinct(StringComparer.Ordinal))
        + (signature.SecretSource is null ? "" : ", with a secret per tenant");

    private static string Token(TokenModel token) =>
        (token.Header is not null ? $"token in {token.Header}" : $"token in the query ({token.Query})")
        + (token.SecretSource is null ? "" : ", with tokens per tenant");

    private static string Scheme(SchemeModel scheme)
    {
        var place = scheme.Header.Length == 0 ? "the body" : string.Join(" or ", scheme.Header.Split('|'));
        return scheme.Kind switch
        {
            SchemeKind.Hmac => $"HMAC-{scheme.Algorithm.ToUpperInvariant()} in {place}",
            SchemeKind.Digest => $"{scheme.Algorithm.ToUpperInvariant()} with the secret in {place}",
            _ => $"{Key(scheme.Algorithm)} in {place}",
        };
    }

    /// <summary>A type of keys says what it is called when it runs; those of Hooklatch are known.</summary>
    private static string Key(string type) =>
        type.Substring(type.LastIndexOf('.') + 1) switch
        {
            "RsaSha256Key" => "RSA-SHA256",
            "EcdsaP256Sha256Key" => "ECDSA-P256-SHA256",
            "Ed25519Key" => "Ed25519",
            var other => other,
        };
}
