namespace Hooklatch.Providers;

/// <summary>
/// The names of Paddle's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/PaddleHQ/paddle-node-sdk, src/notifications/helpers/types.ts; as of 2026-06-11. A name that is newer is added
/// with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class PaddleEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AddressCreated = "address.created";
    public const string AddressImported = "address.imported";
    public const string AddressUpdated = "address.updated";
    public const string AdjustmentCreated = "adjustment.created";
    public const string AdjustmentUpdated = "adjustment.updated";
    public const string ApiKeyCreated = "api_key.created";
    public const string ApiKeyExpired = "api_key.expired";
    public const string ApiKeyExpiring = "api_key.expiring";
    public const string ApiKeyRevoked = "api_key.revoked";
    public const string ApiKeyUpdated = "api_key.updated";
    public const string ApiKeyExposureCreated = "api_key_exposure.created";
    public const string BusinessCreated = "business.created";
    public const string BusinessImported = "business.imported";
    public const string BusinessUpdated = "business.updated";
    public const string ClientTokenCreated = "client_token.created";
    public const string ClientTokenRevoked = "client_token.revoked";
    public const string ClientTokenUpdated = "client_token.updated";
    public const string CustomerCreated = "customer.created";
    public const string CustomerImported = "customer.imported";
    public const string CustomerUpdated = "customer.updated";
    public const string DiscountCreated = "discount.created";
    public const string DiscountImported = "discount.imported";
    public const string DiscountUpdated = "discount.updated";
    public const string DiscountGroupCreated = "discount_group.created";
    public const string DiscountGroupUpdated = "discount_group.updated";
    public const string PaymentMethodDeleted = "payment_method.deleted";
    public const string PaymentMethodSaved = "payment_method.saved";
    public const string PayoutCreated = "payout.created";
    public const string PayoutPaid = "payout.paid";
    public const string PriceCreated = "price.created";
    public const string PriceImported = "price.imported";
    public const string PriceUpdated = "price.updated";
    public const string ProductCreated = "product.created";
    public const string ProductImported = "product.imported";
    public const string ProductUpdated = "product.updated";
    public const string ReportCreated = "report.created";
    public const string ReportUpdated = "report.updated";
    public const string SubscriptionActivated = "subscription.activated";
    public const string SubscriptionCanceled = "subscription.canceled";
    public const string SubscriptionCreated = "subscription.created";
    public const string SubscriptionImported = "subscription.imported";
    public const string SubscriptionPastDue = "subscription.past_due";
    public const string SubscriptionPaused = "subscription.paused";
    public const string SubscriptionResumed = "subscription.resumed";
    public const string SubscriptionTrialing = "subscription.trialing";
    public const string SubscriptionUpdated = "subscription.updated";
    public const string TransactionBilled = "transaction.billed";
    public const string TransactionCanceled = "transaction.canceled";
    public const string TransactionCompleted = "transaction.completed";
    public const string TransactionCreated = "transaction.created";
    public const string TransactionPaid = "transaction.paid";
    public const string TransactionPastDue = "transaction.past_due";
    public const string TransactionPaymentFailed = "transaction.payment_failed";
    public const string TransactionReady = "transaction.ready";
    public const string TransactionRevised = "transaction.revised";
    public const string TransactionUpdated = "transaction.updated";
#pragma warning restore CS1591
}
