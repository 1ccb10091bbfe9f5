namespace Hooklatch.Providers;

/// <summary>
/// The names of Sentry's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: docs.sentry.io/organization/integrations/integration-platform/webhooks; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class SentryEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string Comment = "comment";
    public const string CommentCreated = "comment.created";
    public const string CommentDeleted = "comment.deleted";
    public const string CommentUpdated = "comment.updated";
    public const string Error = "error";
    public const string ErrorCreated = "error.created";
    public const string EventAlert = "event_alert";
    public const string EventAlertTriggered = "event_alert.triggered";
    public const string Installation = "installation";
    public const string InstallationCreated = "installation.created";
    public const string InstallationDeleted = "installation.deleted";
    public const string Issue = "issue";
    public const string IssueArchived = "issue.archived";
    public const string IssueAssigned = "issue.assigned";
    public const string IssueCreated = "issue.created";
    public const string IssueResolved = "issue.resolved";
    public const string IssueUnresolved = "issue.unresolved";
    public const string MetricAlert = "metric_alert";
    public const string MetricAlertCritical = "metric_alert.critical";
    public const string MetricAlertOpen = "metric_alert.open";
    public const string MetricAlertResolved = "metric_alert.resolved";
    public const string MetricAlertWarning = "metric_alert.warning";
#pragma warning restore CS1591
}
