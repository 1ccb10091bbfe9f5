using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Inbox.Tests.Memory;
using Hooklatch.Testing.Inbox;

namespace Hooklatch.Inbox.Tests.Sealing;

public sealed class SealedMemoryStoreContractTests : SealedStoreContractTests
{
    protected override IStoreFixture CreateFixture() =>
        new SealedStoreFixture(new MemoryStoreFixture(new MemoryInbox()), new SealingKeys());
}
