using Hooklatch.Inbox;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What the writer needs to know of a delivery that was received.</summary>
internal sealed record DeliveryRow(
    long Id,
    EndpointWork Endpoint,
    long ReceivedAt,
    long Size,
    string? OrderKey,
    JobPriority Priority,
    bool ForgetsIdentity,
    long Delay,
    string? DeliveryId,
    byte[]? Identity,
    bool IsRecorded
)
{
    /// <summary>By what it is claimed, as <see cref="InboxItem.RanksAt"/> says.</summary>
    public long RanksAt => ReadyAt - ((int)Priority * InboxItem.PriorityStep.Ticks);

    /// <summary>When it could first run, as <see cref="InboxItem.ReadyAt"/> says.</summary>
    public long ReadyAt => ReceivedAt + Delay;
}
