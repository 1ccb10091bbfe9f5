using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Testing.Inbox;

namespace Hooklatch.Inbox.Tests.Memory;

public sealed class MemoryStoreContractTests : InboxStoreContract
{
    protected override IStoreFixture CreateFixture() => new MemoryStoreFixture(new MemoryInbox());
}
