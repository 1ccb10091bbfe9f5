using Hooklatch.Inbox;

namespace Hooklatch.Console.Tests.Overview;

/// <summary>A store that cannot be used.</summary>
internal sealed class BrokenOperations : IInboxOperations
{
    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask<InboxReplay> ReplayAsync(long id, bool onlyIfNotDone = false, CancellationToken cancellationToken = default) =>
        throw Broken();

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask PauseAsync(string plugin, string? endpoint = null, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask ResumeAsync(string plugin, string? endpoint = null, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken = default) => throw Broken();

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(
        long? before,
        int size,
        CancellationToken cancellationToken = default
    ) => throw Broken();

    private static InboxUnavailableException Broken() => new("The disk is full.");
}
