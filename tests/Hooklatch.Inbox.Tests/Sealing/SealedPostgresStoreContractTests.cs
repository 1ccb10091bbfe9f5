using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Inbox.Tests.Postgres;

namespace Hooklatch.Inbox.Tests.Sealing;

public sealed class SealedPostgresStoreContractTests : SealedStoreContractTests
{
    protected override IStoreFixture CreateFixture() => new SealedStoreFixture(new PostgresStoreFixture(), new SealingKeys());
}
