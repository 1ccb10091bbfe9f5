namespace Hooklatch.Management;

/// <summary>A method that takes deliveries.</summary>
internal sealed record HandlerView
{
    /// <summary>Its full name: <c>SampleWebhook.GitHubHooks.OnPush</c>.</summary>
    public required string Target { get; init; }

    /// <summary>What it reads of a delivery: <c>header X-GitHub-Event</c>, <c>$.repository.full_name</c>.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];
}
