namespace Hooklatch.Verification;

/// <summary>
/// Knows the secrets of each tenant, for an endpoint such as <c>/hooks/{tenant}</c> that names it with
/// <see cref="SignatureAttribute.SecretSource"/>. It is built for each lookup, with the services of a scope of its own.
/// </summary>
/// <remarks>
/// Strangers choose what it is asked for. Hooklatch asks for a tenant once at a time, however many requests wait for the answer, and for 16 at once that
/// are new, and 16 that are known; others wait for their turn. No request is at hand, since the one that asked first may be over: an
/// <c>IHttpContextAccessor</c> holds none. What it throws is logged once a minute and answered 503 with <c>Retry-After</c>, as is that it does not answer
/// within ten seconds; either is remembered for five.
/// </remarks>
public interface ISecretSource
{
    /// <summary>
    /// Finds the secrets of the tenant that a request names. The answer is kept for a minute (<c>Hooklatch:SecretCacheDuration</c>), for at
    /// most 1,024 tenants.
    /// </summary>
    /// <param name="request">Which endpoint was called, and by which route values. Nothing of it is verified yet.</param>
    /// <param name="cancellation">Cancelled when nobody waits any longer, after ten seconds.</param>
    /// <returns>
    /// The secrets, each of which verifies; none, or <see langword="null"/>, for a tenant that is not known, which is answered exactly as an
    /// invalid signature is.
    /// </returns>
    ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation);
}
