namespace Hooklatch.Providers;

/// <summary>
/// The names of Notion's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: developers.notion.com/reference/webhooks-events-delivery; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class NotionEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string CommentCreated = "comment.created";
    public const string CommentDeleted = "comment.deleted";
    public const string CommentUpdated = "comment.updated";
    public const string DataSourceContentUpdated = "data_source.content_updated";
    public const string DataSourceCreated = "data_source.created";
    public const string DataSourceDeleted = "data_source.deleted";
    public const string DataSourceMoved = "data_source.moved";
    public const string DataSourceSchemaUpdated = "data_source.schema_updated";
    public const string DataSourceUndeleted = "data_source.undeleted";
    public const string DatabaseContentUpdated = "database.content_updated";
    public const string DatabaseCreated = "database.created";
    public const string DatabaseDeleted = "database.deleted";
    public const string DatabaseMoved = "database.moved";
    public const string DatabaseSchemaUpdated = "database.schema_updated";
    public const string DatabaseUndeleted = "database.undeleted";
    public const string PageContentUpdated = "page.content_updated";
    public const string PageCreated = "page.created";
    public const string PageDeleted = "page.deleted";
    public const string PageLocked = "page.locked";
    public const string PageMoved = "page.moved";
    public const string PagePropertiesUpdated = "page.properties_updated";
    public const string PageUndeleted = "page.undeleted";
    public const string PageUnlocked = "page.unlocked";
#pragma warning restore CS1591
}
