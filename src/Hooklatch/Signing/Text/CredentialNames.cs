namespace Hooklatch.Signing.Text;

/// <summary>Names of headers and query parameters that carry a signature, a token or a session.</summary>
internal static class CredentialNames
{
    /// <summary>The words; the generator has the same.</summary>
    public static readonly string[] Parts = ["sign", "hmac", "token", "secret", "authorization", "cookie", "password", "api-key", "apikey"];

    public static bool Match(string name) => Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
