using System.Text.Json.Serialization;

namespace SampleWebhook;

/// <summary>The part of GitHub's push event that the sample reads.</summary>
internal sealed record PushEvent(Repository Repository, Pusher? Pusher, Commit[]? Commits);

internal sealed record Repository([property: JsonPropertyName("full_name")] string FullName);

internal sealed record Pusher(string Name);

internal sealed record Commit(string Message);
