namespace Hooklatch.Verification.Keys;

/// <summary>
/// Fetches from a provider what a verification needs: a certificate, a set of keys, the confirmation of a subscription. Nothing is fetched
/// unless the host registers one (<c>services.AddWebhookKeyFetching()</c>) and the author of an endpoint asks for it; and then only after
/// everything that can be checked without it, from a host that the verifier itself names.
/// </summary>
public interface IKeyFetcher
{
    /// <summary>Gets a resource once, following no redirect.</summary>
    /// <param name="address">An address whose host the verifier has checked.</param>
    /// <param name="cancellation">
    /// Cancelled when nobody waits any longer. It is not cancelled with the delivery that asked first: others may wait for the same.
    /// </param>
    ValueTask<FetchedKey> FetchAsync(Uri address, CancellationToken cancellation);
}
