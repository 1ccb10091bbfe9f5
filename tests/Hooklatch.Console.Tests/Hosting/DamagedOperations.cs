using Hooklatch.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Hosting;

/// <summary>A store of which no delivery can be read.</summary>
internal sealed class DamagedOperations(IInboxOperations inner) : IInboxOperations
{
    public const string Message = "It is sealed with a key that is not configured.";

    public static void Wrap(IServiceCollection services)
    {
        var last = services.Last(service => service.ServiceType == typeof(IInboxOperations));
        services.Remove(last);
        services.AddSingleton(last.ImplementationType!);
        services.AddSingleton<IInboxOperations>(provider => new DamagedOperations(
            (IInboxOperations)provider.GetRequiredService(last.ImplementationType!)
        ));
    }

    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken) =>
        inner.SearchAsync(query, cancellationToken);

    public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) => throw new InvalidDataException(Message);

    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        inner.GetDepthAsync(cancellationToken);

    public ValueTask<InboxReplay> ReplayAsync(long id, bool onlyIfNotDone, CancellationToken cancellationToken) =>
        throw new InvalidDataException(Message);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) => inner.RequeueAsync(id, cancellationToken);

    public ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken) => inner.DismissAsync(id, cancellationToken);

    public ValueTask PauseAsync(string plugin, string? endpoint, CancellationToken cancellationToken) =>
        inner.PauseAsync(plugin, endpoint, cancellationToken);

    public ValueTask ResumeAsync(string plugin, string? endpoint, CancellationToken cancellationToken) =>
        inner.ResumeAsync(plugin, endpoint, cancellationToken);

    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        inner.GetPausesAsync(cancellationToken);

    public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken) => inner.EraseAsync(what, cancellationToken);

    public ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken) =>
        inner.AddAuditAsync(entry, cancellationToken);

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        inner.ReadAuditAsync(before, size, cancellationToken);
}
