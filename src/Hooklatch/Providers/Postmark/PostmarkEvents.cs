namespace Hooklatch.Providers;

/// <summary>
/// The names of Postmark's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: postmarkapp.com/developer/webhooks/webhooks-overview; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class PostmarkEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string Bounce = "Bounce";
    public const string Click = "Click";
    public const string Delivery = "Delivery";
    public const string Open = "Open";
    public const string SpamComplaint = "SpamComplaint";
    public const string SubscriptionChange = "SubscriptionChange";
#pragma warning restore CS1591
}
