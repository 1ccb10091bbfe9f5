namespace Hooklatch.Providers;

/// <summary>
/// The names of Lemon Squeezy's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/lmsqueezy/lemonsqueezy.js, src/webhooks/types.ts; as of 2024-11-05. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class LemonSqueezyEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string LicenseKeyCreated = "license_key_created";
    public const string LicenseKeyUpdated = "license_key_updated";
    public const string OrderCreated = "order_created";
    public const string OrderRefunded = "order_refunded";
    public const string SubscriptionCancelled = "subscription_cancelled";
    public const string SubscriptionCreated = "subscription_created";
    public const string SubscriptionExpired = "subscription_expired";
    public const string SubscriptionPaused = "subscription_paused";
    public const string SubscriptionPaymentFailed = "subscription_payment_failed";
    public const string SubscriptionPaymentRecovered = "subscription_payment_recovered";
    public const string SubscriptionPaymentRefunded = "subscription_payment_refunded";
    public const string SubscriptionPaymentSuccess = "subscription_payment_success";
    public const string SubscriptionResumed = "subscription_resumed";
    public const string SubscriptionUnpaused = "subscription_unpaused";
    public const string SubscriptionUpdated = "subscription_updated";
#pragma warning restore CS1591
}
