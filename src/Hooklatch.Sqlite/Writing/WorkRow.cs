using Hooklatch.Inbox;

namespace Hooklatch.Sqlite.Writing;

/// <summary>A row of the table of work.</summary>
internal readonly record struct WorkRow
{
    public required long Id { get; init; }

    public required EndpointWork Endpoint { get; init; }

    public required InboxState State { get; init; }

    public required long Size { get; init; }

    /// <summary>When it could first run, from which its age is counted.</summary>
    public required long ReadyAt { get; init; }

    public string? OrderKey { get; init; }

    /// <summary>By what those that are ready are claimed, the smallest first.</summary>
    public required long RanksAt { get; init; }

    /// <summary>Whether its identity ends with it.</summary>
    public bool ForgetsIdentity { get; init; }

    /// <summary>When it may run, where it is delayed or will be when it is its turn; else 0.</summary>
    public long DueAt { get; init; }

    public int Attempt { get; init; }

    public int Crashes { get; init; }

    /// <summary>How often the process died while it ran alone, since it last ended otherwise.</summary>
    public int Deaths { get; init; }

    /// <summary>Whether it is a suspect, or runs as one.</summary>
    public bool IsSuspect { get; init; }

    public long Token { get; init; }

    public bool RunsAsSuspect => IsSuspect && State == InboxState.Leased;

    public InboxWork ToWork() =>
        new()
        {
            Id = Id,
            Token = Token,
            Plugin = Endpoint.Plugin,
            Endpoint = Endpoint.Name,
            Attempt = Attempt,
            Crashes = Crashes,
            IsSuspect = IsSuspect,
        };
}
