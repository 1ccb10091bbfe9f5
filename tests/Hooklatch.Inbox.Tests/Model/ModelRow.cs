namespace Hooklatch.Inbox.Tests.Model;

/// <summary>A delivery as the model knows it.</summary>
internal sealed class ModelRow
{
    public required long Id { get; init; }

    public required InboxItem Item { get; init; }

    /// <summary>Not where it was only recorded.</summary>
    public bool HasWork { get; init; } = true;

    public InboxState State { get; set; }

    public int Attempts { get; set; }

    public int Crashes { get; set; }

    public int DeathsAlone { get; set; }

    public bool IsSuspect { get; set; }

    public bool IsStarted { get; set; }

    public bool IsAlone { get; set; }

    /// <summary>When it may first run; not where a person has asked for it since.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>What tells it, where something does.</summary>
    public int? Identity { get; init; }

    /// <summary>What its handler has reported last.</summary>
    public byte? Report { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset FinishedAt { get; set; }

    /// <summary>The claim that is held, as the store gave it.</summary>
    public InboxWork? Lease { get; set; }

    public (string Plugin, string Endpoint) Where => (Item.Plugin, Item.Endpoint);

    /// <summary>Whether it is or will be run without anybody's help.</summary>
    public bool IsOpen => HasWork && State <= InboxState.Suspect;

    /// <summary>Whether it takes room, and is kept whatever its age.</summary>
    public bool IsKept => HasWork && State is not (InboxState.Done or InboxState.Dismissed);

    /// <summary>Whether it makes others of its key wait.</summary>
    public bool HasTurn => IsOpen && State is not InboxState.Waiting;

    public bool IsOfKey(ModelRow other) => Item.OrderKey is { } key && key == other.Item.OrderKey && Where == other.Where;
}
