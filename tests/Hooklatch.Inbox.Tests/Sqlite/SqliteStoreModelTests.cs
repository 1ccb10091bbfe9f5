using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Inbox.Tests.Model;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteStoreModelTests : InboxModelTests
{
    protected override int Walks => 20;

    protected override IStoreFixture CreateFixture() => new SqliteStoreFixture();
}
