namespace Hooklatch.Providers;

/// <summary>
/// The names of Polar's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/polarsource/polar-js, src/models/components/webhookeventtype.ts; as of 2026-06-08. A name that is newer is added
/// with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class PolarEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string BenefitCreated = "benefit.created";
    public const string BenefitUpdated = "benefit.updated";
    public const string BenefitGrantCreated = "benefit_grant.created";
    public const string BenefitGrantCycled = "benefit_grant.cycled";
    public const string BenefitGrantRevoked = "benefit_grant.revoked";
    public const string BenefitGrantUpdated = "benefit_grant.updated";
    public const string CheckoutCreated = "checkout.created";
    public const string CheckoutExpired = "checkout.expired";
    public const string CheckoutUpdated = "checkout.updated";
    public const string CustomerCreated = "customer.created";
    public const string CustomerDeleted = "customer.deleted";
    public const string CustomerStateChanged = "customer.state_changed";
    public const string CustomerUpdated = "customer.updated";
    public const string CustomerSeatAssigned = "customer_seat.assigned";
    public const string CustomerSeatClaimed = "customer_seat.claimed";
    public const string CustomerSeatRevoked = "customer_seat.revoked";
    public const string MemberCreated = "member.created";
    public const string MemberDeleted = "member.deleted";
    public const string MemberUpdated = "member.updated";
    public const string OrderCreated = "order.created";
    public const string OrderPaid = "order.paid";
    public const string OrderRefunded = "order.refunded";
    public const string OrderUpdated = "order.updated";
    public const string OrganizationUpdated = "organization.updated";
    public const string ProductCreated = "product.created";
    public const string ProductUpdated = "product.updated";
    public const string RefundCreated = "refund.created";
    public const string RefundUpdated = "refund.updated";
    public const string SubscriptionActive = "subscription.active";
    public const string SubscriptionCanceled = "subscription.canceled";
    public const string SubscriptionCreated = "subscription.created";
    public const string SubscriptionPastDue = "subscription.past_due";
    public const string SubscriptionRevoked = "subscription.revoked";
    public const string SubscriptionUncanceled = "subscription.uncanceled";
    public const string SubscriptionUpdated = "subscription.updated";
#pragma warning restore CS1591
}
