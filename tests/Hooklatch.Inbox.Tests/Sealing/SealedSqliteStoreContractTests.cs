using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Inbox.Tests.Sqlite;

namespace Hooklatch.Inbox.Tests.Sealing;

public sealed class SealedSqliteStoreContractTests : SealedStoreContractTests
{
    protected override IStoreFixture CreateFixture() => new SealedStoreFixture(new SqliteStoreFixture(), new SealingKeys());
}
