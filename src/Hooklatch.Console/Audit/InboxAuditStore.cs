using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Audit;

/// <summary>Keeps the rows of the audit in the host's store, so that they outlast the process and every host of the store shows them.</summary>
internal sealed class InboxAuditStore(IInboxOperations inbox) : IAuditStore
{
    public ValueTask AddAsync(AuditRow row, CancellationToken cancellation) =>
        inbox.AddAuditAsync(
            new InboxAuditEntry
            {
                At = row.At,
                Who = row.Who,
                Action = row.Action,
                Target = row.Target,
                Detail = row.Detail,
                Peer = row.Peer,
            },
            cancellation
        );

    public async ValueTask<AuditPage> ReadAsync(long? before, int size, CancellationToken cancellation)
    {
        var found = await inbox.ReadAuditAsync(before, size + 1, cancellation);
        var rows = found.Take(size).Select(RowOf).ToArray();
        return new AuditPage { Rows = rows, Next = found.Count > size ? rows[^1].Id : null };
    }

    private static AuditRow RowOf(InboxAuditEntry entry) =>
        new()
        {
            Id = entry.Id,
            At = entry.At,
            Who = entry.Who,
            Action = entry.Action,
            Target = entry.Target,
            Detail = entry.Detail,
            Peer = entry.Peer,
        };
}
