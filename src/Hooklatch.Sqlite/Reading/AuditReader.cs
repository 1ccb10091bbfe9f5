using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Reading;

/// <summary>Reads what persons have changed.</summary>
internal sealed class AuditReader(Database database)
{
    private readonly Statement _before = database.Prepare(
        "select id, at, who, action, target, detail, peer from audit where id < ?1 order by id desc limit ?2"
    );

    public IReadOnlyList<InboxAuditEntry> Read(long? before, int size)
    {
        var entries = new List<InboxAuditEntry>();
        for (_before.Bind(1, before ?? long.MaxValue).Bind(2, Math.Clamp(size, 1, InboxQuery.MaxSize)); _before.Step(); )
        {
            entries.Add(
                new()
                {
                    Id = _before.Long(0),
                    At = new(_before.Long(1), TimeSpan.Zero),
                    Who = _before.Text(2)!,
                    Action = _before.Text(3)!,
                    Target = _before.Text(4)!,
                    Detail = _before.Text(5),
                    Peer = _before.Text(6),
                }
            );
        }

        return entries;
    }
}
