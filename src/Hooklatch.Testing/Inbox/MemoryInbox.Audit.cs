using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <content>What persons have changed.</content>
internal partial class MemoryInbox
{
    /// <summary>Oldest first.</summary>
    private readonly List<InboxAuditEntry> _audit = [];
    private long _lastAudit;

    public long AddAudit(InboxAuditEntry entry)
    {
        _audit.Add(entry with { Id = ++_lastAudit });
        return _lastAudit;
    }

    public IReadOnlyList<InboxAuditEntry> ReadAudit(long? before, int size) =>
        [
            .. _audit
                .AsEnumerable()
                .Reverse()
                .Where(entry => before is null || entry.Id < before)
                .Take(Math.Clamp(size, 1, InboxQuery.MaxSize)),
        ];

    /// <summary>Drops a part of what is too old or too much.</summary>
    /// <returns>Whether there is more.</returns>
    private bool DropAudit(InboxRetention retention)
    {
        var tooOld = Now - retention.AuditAge;
        var tooMany = _audit.Count - retention.MaxAuditEntries;
        var dropped = _audit.Take(MostPerSweep).TakeWhile((entry, index) => index < tooMany || entry.At <= tooOld).Count();
        _audit.RemoveRange(0, dropped);
        return dropped == MostPerSweep;
    }
}
