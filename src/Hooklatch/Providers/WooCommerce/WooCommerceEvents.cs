namespace Hooklatch.Providers;

/// <summary>
/// The names of WooCommerce's events, for <see cref="OnEventAttribute"/>. A topic of a site's own is <c>action.</c> and the name of a
/// hook.
/// </summary>
/// <remarks>
/// Source: woocommerce.github.io/woocommerce-rest-api-docs, "Webhooks: topics", and woocommerce/includes/wc-webhook-functions.php; as
/// of 2026-08-07. A name that is newer is added with <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class WooCommerceEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string ActionAny = "action.*";
    public const string CouponCreated = "coupon.created";
    public const string CouponDeleted = "coupon.deleted";
    public const string CouponRestored = "coupon.restored";
    public const string CouponUpdated = "coupon.updated";
    public const string CustomerCreated = "customer.created";
    public const string CustomerDeleted = "customer.deleted";
    public const string CustomerUpdated = "customer.updated";
    public const string OrderCreated = "order.created";
    public const string OrderDeleted = "order.deleted";
    public const string OrderRestored = "order.restored";
    public const string OrderUpdated = "order.updated";
    public const string ProductCreated = "product.created";
    public const string ProductDeleted = "product.deleted";
    public const string ProductRestored = "product.restored";
    public const string ProductUpdated = "product.updated";
#pragma warning restore CS1591
}
