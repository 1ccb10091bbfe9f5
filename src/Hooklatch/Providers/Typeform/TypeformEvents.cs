namespace Hooklatch.Providers;

/// <summary>
/// The names of Typeform's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: typeform.com/developers/webhooks/reference/create-or-update-webhook; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class TypeformEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string FormResponse = "form_response";
    public const string FormResponsePartial = "form_response_partial";
#pragma warning restore CS1591
}
