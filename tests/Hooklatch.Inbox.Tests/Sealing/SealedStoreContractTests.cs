using Hooklatch.Inbox.Tests.Contract;

namespace Hooklatch.Inbox.Tests.Sealing;

/// <summary>What every store must do, where its bodies are sealed.</summary>
public abstract class SealedStoreContractTests : InboxStoreContract
{
    /// <summary>Format, key and payload, and a nonce and a tag for each part.</summary>
    protected override long SizeOf(InboxItem item) => item.Size + 3 + "one".Length + ((item.Payload is null ? 2 : 3) * (12 + 16));

    /// <summary>The same without a payload, and what tells that it is sealed.</summary>
    protected override int Overhead => 3 + "one".Length + (2 * (12 + 16)) + 8;
}
