namespace Hooklatch.Inbox;

/// <summary>
/// What had verified a delivery when it came in, and whether that would verify it today. It holds no secret. Where the plugin or the endpoint has changed
/// since, it says what is known.
/// </summary>
public sealed record InboxVerification
{
    /// <summary>How the scheme verifies: <c>HMAC-SHA256 in X-Hub-Signature-256</c>, or <c>unverified (…)</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Where its secrets are configured: <c>Plugins:acme.shop:StripeSecrets</c>; <see langword="null"/> where the plugin's own code knows them.</summary>
    public string? Setting { get; init; }

    /// <summary>Which of them had matched, as <see cref="WebhookContext.SecretIndex"/> counts; <see langword="null"/> where none was asked for.</summary>
    public int? SecretIndex { get; init; }

    /// <summary>
    /// Whether that secret is still configured, at whatever place. Secrets are told apart by 16 bits of a hash that is kept with the delivery, so that
    /// another one is taken for it once in 65,536 times. <see langword="null"/> where nobody knows: for secrets of tenants, keys that a provider publishes
    /// and verifiers in code.
    /// </summary>
    public bool? IsSecretConfigured { get; init; }
}
