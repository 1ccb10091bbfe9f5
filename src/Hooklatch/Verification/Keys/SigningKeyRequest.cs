namespace Hooklatch.Verification.Keys;

/// <summary>What an <see cref="ISigningKeySource"/> is asked for.</summary>
/// <param name="Plugin">The key of the plugin whose endpoint received the delivery, <c>author.module</c>.</param>
/// <param name="Endpoint">The endpoint as declared.</param>
/// <param name="KeyId">The name of the key as the delivery writes it, at most 256 characters. Nothing of it is verified yet.</param>
public sealed record SigningKeyRequest(string Plugin, string Endpoint, string KeyId);
