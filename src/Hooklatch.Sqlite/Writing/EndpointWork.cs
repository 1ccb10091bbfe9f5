using Hooklatch.Inbox;

namespace Hooklatch.Sqlite.Writing;

/// <summary>The unfinished work of one endpoint, counted.</summary>
internal sealed class EndpointWork(int id, string plugin, string name)
{
    private readonly long[] _counts = new long[(int)InboxState.Dismissed + 1];

    /// <summary>Its number in the table of endpoints.</summary>
    public int Id => id;

    public string Plugin => plugin;

    public string Name => name;

    public bool IsPaused { get; set; }

    /// <summary>How many there are, in whatever state.</summary>
    public long Depth { get; private set; }

    public long Bytes { get; private set; }

    public long Count(InboxState state) => _counts[(int)state];

    public void Add(InboxState state, long count, long bytes)
    {
        _counts[(int)state] += count;
        Depth += count;
        Bytes += bytes;
    }

    public void Move(InboxState from, InboxState to)
    {
        _counts[(int)from]--;
        _counts[(int)to]++;
    }
}
