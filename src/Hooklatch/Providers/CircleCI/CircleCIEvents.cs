namespace Hooklatch.Providers;

/// <summary>
/// The names of CircleCI's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: circleci.com/docs/guides/integration/outbound-webhooks; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class CircleCIEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string JobCompleted = "job-completed";
    public const string Ping = "ping";
    public const string WorkflowCompleted = "workflow-completed";
#pragma warning restore CS1591
}
