namespace Hooklatch.Signing;

/// <summary>States that a <see cref="SignatureAttribute"/> class verifies a signature of a private key. See <see cref="PublicKeySchemeAttribute{TKey}"/>.</summary>
public abstract class PublicKeySchemeAttribute : SignatureSchemeAttribute
{
    private protected PublicKeySchemeAttribute() { }

    /// <summary>Whether the provider signs the digest of the text as if it were the text, so that it is hashed twice. Default: not.</summary>
    public bool HashedTwice { get; set; }
}
