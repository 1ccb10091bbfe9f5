using System.Collections.Concurrent;
using Hooklatch.Inbox.Tests.Contract;
using Hooklatch.Testing;
using Hooklatch.Testing.Inbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Inbox.Tests.Memory;

/// <summary>The store in memory: what outlasts a process is the object.</summary>
internal sealed class MemoryStoreFixture(MemoryInbox inbox) : IStoreFixture
{
    private readonly InMemoryInboxStore _store = new(inbox);
    private InboxLimits? _limits;

    public ConcurrentQueue<(long Id, long Token)> Revoked { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public IInboxStore Store => _store;

    public Task OpenAsync(InboxLimits limits)
    {
        _limits = limits;
        return RestartAsync();
    }

    public Task RestartAsync() =>
        _store.OpenAsync(
            new()
            {
                Time = Time,
                Limits = _limits!,
                DataDirectory = "unused",
                Logger = NullLogger.Instance,
                Revoked = (id, token) => Revoked.Enqueue((id, token)),
            },
            CancellationToken.None
        );

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
