using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <summary>The unfinished work of one endpoint: what can be claimed, and counters.</summary>
internal sealed class MemoryEndpoint(string plugin, string name)
{
    private readonly long[] _counts = new long[Enum.GetValues<InboxState>().Length];

    public string Plugin { get; } = plugin;

    public string Name { get; } = name;

    public SortedSet<(DateTimeOffset RanksAt, long Id)> Ready { get; } = [];

    public SortedSet<long> Suspects { get; } = [];

    public SortedSet<long> Waiting { get; } = [];

    public SortedSet<long> Leased { get; } = [];

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

        Put(Ready, (entry.Item.RanksAt, entry.Id), isIn, state is InboxState.Ready);
        Put(Suspects, entry.Id, isIn, state is InboxState.Suspect);
        Put(Waiting, entry.Id, isIn, state is InboxState.Waiting);
        Put(Leased, entry.Id, isIn, state is InboxState.Leased);
    }

    private static void Put<T>(SortedSet<T> set, T id, bool isIn, bool belongs)
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
