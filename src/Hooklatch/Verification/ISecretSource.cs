namespace Hooklatch.Verification;

/// <summary>
/// Knows the secrets of each tenant, for an endpoint such as <c>/hooks/{tenant}</c> that names it with
/// <see cref="SignatureAttribute.SecretSource"/>. It is built like a handler's class, with its services.
/// </summary>
public interface ISecretSource
{
    /// <summary>
    /// Finds the secrets of the tenant that a request names. The answer is kept for a minute (<c>Hooklatch:SecretCacheSeconds</c>), for at
    /// most 1,024 tenants.
    /// </summary>
    /// <param name="request">Which endpoint was called, and by which route values. Nothing of it is verified yet.</param>
    /// <param name="cancellation">Cancelled when the sender goes away.</param>
    /// <returns>
    /// The secrets, each of which verifies; none, or <see langword="null"/>, for a tenant that is not known, which is answered exactly as an
    /// invalid signature is.
    /// </returns>
    ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation);
}
