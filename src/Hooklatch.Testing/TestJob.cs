using Hooklatch.Inbox;

namespace Hooklatch.Testing;

/// <summary>A job that was enqueued.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Plugin">The plugin's key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Json">The job as it is stored.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">When it runs, where it waits for a time.</param>
/// <param name="Error">Why its last try failed.</param>
public sealed record TestJob(long Id, string Plugin, string Name, string Json, InboxState State, DateTimeOffset? DueAt, string? Error);
