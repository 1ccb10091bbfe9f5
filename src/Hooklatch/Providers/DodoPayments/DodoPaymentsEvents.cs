namespace Hooklatch.Providers;

/// <summary>
/// The names of Dodo Payments's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/dodopayments/dodopayments-typescript, src/resources/webhook-events.ts; as of 2026-08-18. A name that is newer is
/// added with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class DodoPaymentsEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AbandonedCheckoutDetected = "abandoned_checkout.detected";
    public const string AbandonedCheckoutRecovered = "abandoned_checkout.recovered";
    public const string CreditAdded = "credit.added";
    public const string CreditBalanceLow = "credit.balance_low";
    public const string CreditDeducted = "credit.deducted";
    public const string CreditExpired = "credit.expired";
    public const string CreditManualAdjustment = "credit.manual_adjustment";
    public const string CreditOverageCharged = "credit.overage_charged";
    public const string CreditOverageReset = "credit.overage_reset";
    public const string CreditRolledOver = "credit.rolled_over";
    public const string CreditRolloverForfeited = "credit.rollover_forfeited";
    public const string DisputeAccepted = "dispute.accepted";
    public const string DisputeCancelled = "dispute.cancelled";
    public const string DisputeChallenged = "dispute.challenged";
    public const string DisputeExpired = "dispute.expired";
    public const string DisputeLost = "dispute.lost";
    public const string DisputeOpened = "dispute.opened";
    public const string DisputeWon = "dispute.won";
    public const string DunningRecovered = "dunning.recovered";
    public const string DunningStarted = "dunning.started";
    public const string EntitlementGrantCreated = "entitlement_grant.created";
    public const string EntitlementGrantDelivered = "entitlement_grant.delivered";
    public const string EntitlementGrantFailed = "entitlement_grant.failed";
    public const string EntitlementGrantRevoked = "entitlement_grant.revoked";
    public const string LicenseKeyCreated = "license_key.created";
    public const string PaymentCancelled = "payment.cancelled";
    public const string PaymentFailed = "payment.failed";
    public const string PaymentProcessing = "payment.processing";
    public const string PaymentSucceeded = "payment.succeeded";
    public const string PayoutCreated = "payout.created";
    public const string PayoutFailed = "payout.failed";
    public const string PayoutInProgress = "payout.in_progress";
    public const string PayoutOnHold = "payout.on_hold";
    public const string PayoutSuccess = "payout.success";
    public const string RefundFailed = "refund.failed";
    public const string RefundSucceeded = "refund.succeeded";
    public const string SubscriptionActive = "subscription.active";
    public const string SubscriptionCancelled = "subscription.cancelled";
    public const string SubscriptionExpired = "subscription.expired";
    public const string SubscriptionFailed = "subscription.failed";
    public const string SubscriptionOnHold = "subscription.on_hold";
    public const string SubscriptionPaused = "subscription.paused";
    public const string SubscriptionPlanChanged = "subscription.plan_changed";
    public const string SubscriptionRenewed = "subscription.renewed";
    public const string SubscriptionUnpaused = "subscription.unpaused";
    public const string SubscriptionUpdatePaymentMethod = "subscription.update_payment_method";
    public const string SubscriptionUpdated = "subscription.updated";
#pragma warning restore CS1591
}
