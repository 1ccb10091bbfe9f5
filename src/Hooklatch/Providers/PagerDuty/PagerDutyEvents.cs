namespace Hooklatch.Providers;

/// <summary>
/// The names of PagerDuty's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: developer.pagerduty.com, "Webhooks overview: event types", and github.com/PagerDuty/terraform-provider-pagerduty; as of
/// 2026-04-29. A name that is newer is added with <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class PagerDutyEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string IncidentAcknowledged = "incident.acknowledged";
    public const string IncidentAnnotated = "incident.annotated";
    public const string IncidentConferenceBridgeUpdated = "incident.conference_bridge.updated";
    public const string IncidentCustomFieldValuesUpdated = "incident.custom_field_values.updated";
    public const string IncidentDelegated = "incident.delegated";
    public const string IncidentEscalated = "incident.escalated";
    public const string IncidentIncidentTypeChanged = "incident.incident_type.changed";
    public const string IncidentPriorityUpdated = "incident.priority_updated";
    public const string IncidentReassigned = "incident.reassigned";
    public const string IncidentReopened = "incident.reopened";
    public const string IncidentResolved = "incident.resolved";
    public const string IncidentResponderAdded = "incident.responder.added";
    public const string IncidentResponderReplied = "incident.responder.replied";
    public const string IncidentServiceUpdated = "incident.service_updated";
    public const string IncidentStatusUpdatePublished = "incident.status_update_published";
    public const string IncidentTriggered = "incident.triggered";
    public const string IncidentUnacknowledged = "incident.unacknowledged";
    public const string IncidentWorkflowCompleted = "incident.workflow.completed";
    public const string IncidentWorkflowStarted = "incident.workflow.started";
    public const string PageyPing = "pagey.ping";
    public const string ServiceCreated = "service.created";
    public const string ServiceCustomFieldValuesUpdated = "service.custom_field_values.updated";
    public const string ServiceDeleted = "service.deleted";
    public const string ServiceUpdated = "service.updated";
#pragma warning restore CS1591
}
