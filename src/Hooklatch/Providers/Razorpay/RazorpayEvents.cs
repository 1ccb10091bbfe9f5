namespace Hooklatch.Providers;

/// <summary>
/// The names of Razorpay's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: razorpay.com/docs/webhooks/payloads; as of 2026-11-29. A name that is newer is added with <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class RazorpayEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string FundAccountValidationCompleted = "fund_account.validation.completed";
    public const string FundAccountValidationFailed = "fund_account.validation.failed";
    public const string InvoiceExpired = "invoice.expired";
    public const string InvoicePaid = "invoice.paid";
    public const string InvoicePartiallyPaid = "invoice.partially_paid";
    public const string OrderNotificationDelivered = "order.notification.delivered";
    public const string OrderNotificationFailed = "order.notification.failed";
    public const string OrderPaid = "order.paid";
    public const string PaymentAuthorized = "payment.authorized";
    public const string PaymentCaptured = "payment.captured";
    public const string PaymentDisputeActionRequired = "payment.dispute.action_required";
    public const string PaymentDisputeClosed = "payment.dispute.closed";
    public const string PaymentDisputeCreated = "payment.dispute.created";
    public const string PaymentDisputeLost = "payment.dispute.lost";
    public const string PaymentDisputeUnderReview = "payment.dispute.under_review";
    public const string PaymentDisputeWon = "payment.dispute.won";
    public const string PaymentDowntimeResolved = "payment.downtime.resolved";
    public const string PaymentDowntimeStarted = "payment.downtime.started";
    public const string PaymentDowntimeUpdated = "payment.downtime.updated";
    public const string PaymentFailed = "payment.failed";
    public const string PaymentLinkCancelled = "payment_link.cancelled";
    public const string PaymentLinkExpired = "payment_link.expired";
    public const string PaymentLinkPaid = "payment_link.paid";
    public const string PaymentLinkPartiallyPaid = "payment_link.partially_paid";
    public const string PayoutFailed = "payout.failed";
    public const string PayoutInitiated = "payout.initiated";
    public const string PayoutPending = "payout.pending";
    public const string PayoutProcessed = "payout.processed";
    public const string PayoutQueued = "payout.queued";
    public const string PayoutRejected = "payout.rejected";
    public const string PayoutReversed = "payout.reversed";
    public const string PayoutUpdated = "payout.updated";
    public const string QrCodeClosed = "qr_code.closed";
    public const string QrCodeCreated = "qr_code.created";
    public const string QrCodeCredited = "qr_code.credited";
    public const string RefundCreated = "refund.created";
    public const string RefundFailed = "refund.failed";
    public const string RefundProcessed = "refund.processed";
    public const string RefundSpeedChanged = "refund.speed_changed";
    public const string SettlementProcessed = "settlement.processed";
    public const string SubscriptionActivated = "subscription.activated";
    public const string SubscriptionAuthenticated = "subscription.authenticated";
    public const string SubscriptionCancelled = "subscription.cancelled";
    public const string SubscriptionCharged = "subscription.charged";
    public const string SubscriptionCompleted = "subscription.completed";
    public const string SubscriptionHalted = "subscription.halted";
    public const string SubscriptionPaused = "subscription.paused";
    public const string SubscriptionPending = "subscription.pending";
    public const string SubscriptionResumed = "subscription.resumed";
    public const string SubscriptionUpdated = "subscription.updated";
    public const string TokenCancelled = "token.cancelled";
    public const string TokenConfirmed = "token.confirmed";
    public const string TokenPaused = "token.paused";
    public const string TokenRejected = "token.rejected";
    public const string TransactionCreated = "transaction.created";
    public const string TransferFailed = "transfer.failed";
    public const string TransferProcessed = "transfer.processed";
    public const string VirtualAccountClosed = "virtual_account.closed";
    public const string VirtualAccountCreated = "virtual_account.created";
    public const string VirtualAccountCredited = "virtual_account.credited";
#pragma warning restore CS1591
}
