using System.Collections.Concurrent;
using Hooklatch.Inbox.Sealing;
using Hooklatch.Inbox.Tests.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Inbox.Tests.Sealing;

/// <summary>Another store whose bodies are sealed.</summary>
internal sealed class SealedStoreFixture(IStoreFixture inner, SealingKeys keys) : IStoreFixture
{
    public FakeTimeProvider Time => inner.Time;

    public ConcurrentQueue<(long Id, long Token)> Revoked => inner.Revoked;

    public IInboxStore Store => new SealedStore(inner.Store, keys.Live);

    public Task OpenAsync(InboxLimits limits) => inner.OpenAsync(limits);

    public Task RestartAsync() => inner.RestartAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
