using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <content>Whose turn it is among deliveries of one key.</content>
internal partial class MemoryInbox
{
    private readonly Dictionary<(string, string, string), KeyLine> _keys = [];

    /// <summary>Lets a delivery run, or wait where it is another one's turn.</summary>
    protected virtual void Enter(MemoryEntry entry)
    {
        if (entry.Key is { } key)
        {
            if (!_keys.TryGetValue(key, out var line))
            {
                _keys.Add(key, line = new());
            }

            if (line.Turn is not null)
            {
                line.Waiting.Add(entry.Id);
                Move(entry, InboxState.Waiting);
                return;
            }

            line.Turn = entry.Id;
        }

        Begin(entry);
    }

    /// <summary>Takes a delivery out of the line of its key, so that it is the next one's turn.</summary>
    protected virtual void Leave(MemoryEntry entry)
    {
        if (entry.Key is not { } key || !_keys.TryGetValue(key, out var line))
        {
            return;
        }

        line.Waiting.Remove(entry.Id);
        if (line.Turn != entry.Id)
        {
            return;
        }

        line.Turn = null;
        if (line.Waiting.Count == 0)
        {
            _keys.Remove(key);
            return;
        }

        line.Turn = line.Waiting.Min;
        line.Waiting.Remove(line.Turn.Value);
        Begin(_byId[line.Turn.Value]);
    }

    /// <summary>Lets one run, once its delay is over.</summary>
    protected virtual void Begin(MemoryEntry entry) => Move(entry, entry.DueAt > Now ? InboxState.Delayed : InboxState.Ready);

    private sealed class KeyLine
    {
        /// <summary>The one that is ready, runs, or is tried again later.</summary>
        public long? Turn { get; set; }

        public SortedSet<long> Waiting { get; } = [];
    }
}
