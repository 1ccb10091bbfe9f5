using System.Text.Json;

namespace Hooklatch;

/// <summary>What is known of a job.</summary>
public sealed record JobStatus
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary>The name that it was stored under: <see cref="JobAttribute.Name"/>, or one of its <see cref="JobAttribute.Aliases"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>When it was enqueued.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>When it runs next, where it waits for a time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When its last try ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How much of it is done, 0 to 100, as it has reported.</summary>
    public int Percent { get; init; }

    /// <summary>What it has reported last.</summary>
    public string? Message { get; init; }

    /// <summary>What its method returned, as JSON; <see langword="null"/> where it is not done, or returned nothing.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Why its last try failed.</summary>
    public string? Error { get; init; }
}
