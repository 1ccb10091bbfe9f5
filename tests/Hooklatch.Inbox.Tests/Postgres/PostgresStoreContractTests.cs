using Hooklatch.Inbox.Tests.Contract;

namespace Hooklatch.Inbox.Tests.Postgres;

public sealed class PostgresStoreContractTests : InboxStoreContract
{
    protected override IStoreFixture CreateFixture() => new PostgresStoreFixture();
}
