using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <summary>The unfinished work of one endpoint: what can be claimed, and counters.</summary>
internal sealed class MemoryEndpoint(string plugin, string name)
{
    private readonly long[] _counts = new long[Enum.GetValues<InboxState>().Length];

    public string Plugin { get; } = plugin;

    public string Name { get; } = name;

    public SortedSet<long> Ready { get; } = [];

    public SortedSet<long> Suspects { get; } = [];

    /// <summary>The ids of all that is to be run without waiting for a time, or runs.</summary>
    public SortedSet<long> Current { get; } = [];

    public long Bytes { get; private set; }

    /// <summary>How many count towards the limits.</summary>
    public long Depth { get; private set; }

    public long Count(InboxState state) => _counts[(int)state];

    /// <summary>Notes that a delivery came into the state that it is in, or leaves it.</summary>
    public void Change(MemoryEntry entry, bool isIn)
    {
        var state = entry.State!.Value;
        var by = isIn ? 1 : -1;
        _counts[(int)state] += by;
        if (entry.IsCounted)
        {
            Depth += by;
            Bytes += by * entry.Item.Size;
        }

        Put(Ready, entry.Id, isIn, state is InboxState.Ready);
        Put(Suspects, entry.Id, isIn, state is InboxState.Suspect);
        Put(Current, entry.Id, isIn, state is InboxState.Ready or InboxState.Suspect or InboxState.Waiting or InboxState.Leased);
    }

    private static void Put(SortedSet<long> set, long id, bool isIn, bool belongs)
    {
        if (belongs && isIn)
        {
            set.Add(id);
        }
        else if (belongs)
        {
            set.Remove(id);
        }
    }
}
