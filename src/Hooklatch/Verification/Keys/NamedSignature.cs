namespace Hooklatch.Verification.Keys;

/// <summary>A signature with the name of the key that made it.</summary>
/// <param name="KeyId">The name.</param>
/// <param name="Signature">The signature.</param>
internal sealed record NamedSignature(string KeyId, byte[] Signature);
