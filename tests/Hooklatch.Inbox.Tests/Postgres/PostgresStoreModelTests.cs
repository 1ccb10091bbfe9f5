using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Inbox.Tests.Model;

namespace Hooklatch.Inbox.Tests.Postgres;

public sealed class PostgresStoreModelTests : InboxModelTests
{
    protected override int Walks => 2;

    protected override IStoreFixture CreateFixture() => new PostgresStoreFixture();
}
