using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What handlers report: the last of each delivery.</summary>
internal sealed class ReportTable(Session session)
{
    private readonly Statement _put = session.Database.Prepare("insert or replace into report(id, data) values (?1, ?2)");
    private readonly Statement _delete = session.Database.Prepare("delete from report where id = ?1");

    public void Put(long delivery, ReadOnlySpan<byte> report) => _put.Bind(1, delivery).Bind(2, report).Run();

    public void Delete(long delivery) => _delete.Bind(1, delivery).Run();
}
