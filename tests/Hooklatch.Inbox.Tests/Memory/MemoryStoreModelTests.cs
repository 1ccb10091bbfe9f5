using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Inbox.Tests.Model;
using Hooklatch.Testing.Inbox;

namespace Hooklatch.Inbox.Tests.Memory;

public sealed class MemoryStoreModelTests : InboxModelTests
{
    protected override int Walks => 200;

    protected override IStoreFixture CreateFixture() => new MemoryStoreFixture(new MemoryInbox());
}
