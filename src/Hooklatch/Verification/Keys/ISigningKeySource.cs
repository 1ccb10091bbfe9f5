namespace Hooklatch.Verification.Keys;

/// <summary>
/// Tells the public keys of a provider that only the holder of an account can ask for. A host registers one for the attribute of the provider,
/// <c>services.AddWebhookSigningKeys&lt;PlaidSignatureAttribute, PlaidKeys&gt;()</c>, and it is asked for the endpoints whose attribute names no
/// <see cref="SignatureAttribute.PublicKey"/>.
/// </summary>
/// <remarks>
/// It is called by many requests at a time, before anything is verified: the name of the key is the sender's word. Hooklatch asks for a name
/// once at a time and for four at once (others wait for their turn; one that has verified a delivery is asked for beside them), keeps a key for
/// an hour (for a day if its source is silent and it has verified a delivery), and remembers for a minute that there is none, and for five
/// seconds that nobody answered within ten. What it throws is a 500, and nothing runs.
/// </remarks>
public interface ISigningKeySource
{
    /// <summary>The keys of a name.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Cancelled when nobody waits any longer, after ten seconds.</param>
    /// <returns>
    /// The keys; <see cref="SigningKeys.None"/> where the provider knows none of this name, so that the delivery is 403; or
    /// <see cref="SigningKeys.Unavailable"/> where it cannot be asked now, so that the delivery is 503 and comes again.
    /// </returns>
    ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation);
}
