namespace Hooklatch.Signing;

/// <summary>What a provider signs with.</summary>
public enum SignerKeyKind
{
    /// <summary>The secret that the endpoint knows, too.</summary>
    Secret,

    /// <summary>The private key whose public key, or certificate, the endpoint knows.</summary>
    PrivateKey,
}
