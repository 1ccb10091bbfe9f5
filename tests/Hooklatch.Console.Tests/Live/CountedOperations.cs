using Hooklatch.Inbox;

namespace Hooklatch.Console.Tests.Live;

/// <summary>A store that counts how often it is asked.</summary>
internal sealed class CountedOperations : IInboxOperations
{
    private int _searches;

    public int Searches => Volatile.Read(ref _searches);

    public Exception? Error { get; set; }

    public IReadOnlyList<InboxSummary> Rows { get; set; } = [];

    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _searches);
        return Error is null ? new(new InboxPage(Rows, null)) : ValueTask.FromException<InboxPage>(Error);
    }

    public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<InboxReplay> ReplayAsync(long id, bool onlyIfNotDone, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask PauseAsync(string plugin, string? endpoint, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask ResumeAsync(string plugin, string? endpoint, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
