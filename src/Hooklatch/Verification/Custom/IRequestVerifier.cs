namespace Hooklatch.Verification.Custom;

/// <summary>
/// Verifies the deliveries of one endpoint in code. It is called by many requests at a time and keeps no state of one. Whatever it reads of
/// a body before it is verified, it reads within bounds and hands to nobody; what is encrypted it verifies first and decrypts then.
/// </summary>
public interface IRequestVerifier
{
    /// <summary>How a sender is verified, in a few words for the start-up report.</summary>
    string Description { get; }

    /// <summary>The path of a setting that is not configured; <see langword="null"/> when nothing is missing.</summary>
    string? MissingSetting { get; }

    /// <summary>Checks what the headers and the query alone can tell, before a byte of the body is read.</summary>
    /// <returns>Why the delivery is rejected; <see langword="null"/> to go on.</returns>
    Verdict? CheckHeaders(VerificationRequest request) => null;

    /// <summary>Decides, once the body is complete.</summary>
    /// <param name="request">The request with its raw body.</param>
    /// <param name="cancellation">Cancelled when the sender goes away.</param>
    ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation);
}
