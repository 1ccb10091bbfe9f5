using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <summary>One delivery, its work and its tries.</summary>
internal sealed class MemoryEntry(long id, InboxItem item, bool hasWork)
{
    public long Id { get; } = id;

    public InboxItem Item { get; } = item;

    /// <summary>Whether it is or was run by the inbox; not where it was only recorded.</summary>
    public bool HasWork { get; } = hasWork;

    /// <summary>Null until it is in a state for the first time.</summary>
    public InboxState? State { get; set; }

    public int Attempts { get; set; }

    public int Crashes { get; set; }

    /// <summary>How many of the tries since the last one that ended have ended with the process while no other handler ran.</summary>
    public int DeathsAlone { get; set; }

    public long Token { get; set; }

    /// <summary>Whether the claim is that of a suspect.</summary>
    public bool IsSuspect { get; set; }

    public bool IsStarted { get; set; }

    public bool IsAlone { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it came into the state that it is in, for what is kept for a time.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>How the last try ended; null where it ended with the process.</summary>
    public InboxResult? Last { get; set; }

    public List<InboxAttempt> Tries { get; } = [];

    public ReadOnlyMemory<byte>? Report { get; set; }

    /// <summary>What told it when it was accepted.</summary>
    public string? Identity { get; set; }

    /// <summary>Whether a sweep may drop it.</summary>
    public bool IsFinished => !HasWork || State is InboxState.Done or InboxState.Dismissed;

    /// <summary>Whether it counts towards the limits.</summary>
    public bool IsCounted => !IsFinished;

    /// <summary>What runs one after the other; null where nothing has to.</summary>
    public (string Plugin, string Endpoint, string Key)? Key =>
        Item.OrderKey is { } key && HasWork ? (Item.Plugin, Item.Endpoint, key) : null;

    public InboxWork Work =>
        new()
        {
            Id = Id,
            Token = Token,
            Plugin = Item.Plugin,
            Endpoint = Item.Endpoint,
            Attempt = Attempts,
            Crashes = Crashes,
            IsSuspect = IsSuspect,
        };

    public InboxSummary Summary =>
        new()
        {
            Id = Id,
            Plugin = Item.Plugin,
            Endpoint = Item.Endpoint,
            State = State!.Value,
            ReceivedAt = Item.ReceivedAt,
            Event = Item.Event,
            EventAction = Item.EventAction,
            DeliveryId = Item.DeliveryId,
            BodyLength = Item.Body.Length,
            Attempts = Attempts,
            Crashes = Crashes,
            DueAt = State is InboxState.Delayed ? DueAt : null,
            EndedAt = EndedAt,
            ErrorType = Last?.ErrorType,
            Error = Last?.Error,
            Fingerprint = Last?.Fingerprint,
            ReplayOf = Item.ReplayOf,
        };
}
