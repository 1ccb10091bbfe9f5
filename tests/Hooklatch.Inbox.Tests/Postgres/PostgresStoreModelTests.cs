using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Inbox.Tests.Model;

namespace Hooklatch.Inbox.Tests.Postgres;

public sealed class PostgresStoreModelTests : InboxModelTests
{
    protected override int Walks => 4;

    protected override IStoreFixture CreateFixture() => new PostgresStoreFixture();
}
