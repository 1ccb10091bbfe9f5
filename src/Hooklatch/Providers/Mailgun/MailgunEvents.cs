namespace Hooklatch.Providers;

/// <summary>
/// The names of Mailgun's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: documentation.mailgun.com, "Events: event types"; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class MailgunEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string Accepted = "accepted";
    public const string Clicked = "clicked";
    public const string Complained = "complained";
    public const string Delivered = "delivered";
    public const string Failed = "failed";
    public const string Opened = "opened";
    public const string Rejected = "rejected";
    public const string Stored = "stored";
    public const string Unsubscribed = "unsubscribed";
#pragma warning restore CS1591
}
