using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Inbox.Tests.Contract;

/// <summary>A store under test, and the process that holds it. Disposing it closes the store and removes its files.</summary>
public interface IStoreFixture : IAsyncDisposable
{
    /// <summary>The clock of the store.</summary>
    FakeTimeProvider Time { get; }

    /// <summary>The store that is open now.</summary>
    IInboxStore Store { get; }

    /// <summary>The claims that the store has said to be none any more, by id and token.</summary>
    ConcurrentQueue<(long Id, long Token)> Revoked { get; }

    /// <summary>Opens the store for the first time.</summary>
    Task OpenAsync(InboxLimits limits);

    /// <summary>The process dies, with no chance to say anything, and the next one opens what is on stable storage, with the same limits.</summary>
    Task RestartAsync();
}
