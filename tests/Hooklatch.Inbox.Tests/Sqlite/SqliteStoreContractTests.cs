using Hooklatch.Inbox.Tests.Contract;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteStoreContractTests : InboxStoreContract
{
    protected override IStoreFixture CreateFixture() => new SqliteStoreFixture();
}
