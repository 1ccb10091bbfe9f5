using Hooklatch.Console.Access;
using Hooklatch.Management;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hooklatch.Console.Audit;

/// <summary>Keeps what was changed by the console, and by whom: a line of the log, and a row that the console shows.</summary>
internal sealed partial class AuditLog(IAuditStore store, TimeProvider time, ILogger<AuditLog> logger)
{
    private const int MaxDetail = 1000;

    /// <summary>In memory, and in no log.</summary>
    public AuditLog(TimeProvider time)
        : this(new MemoryAuditStore(), time, NullLogger<AuditLog>.Instance) { }

    /// <summary>Keeps one change. Called before the change is made, so that none is made that is not kept.</summary>
    /// <param name="caller">Who makes it.</param>
    /// <param name="action">What: <c>replay</c>.</param>
    /// <param name="target">Of what: <c>acme.shop/stripe</c>, <c>delivery 42</c>.</param>
    /// <param name="detail">More of it. No secret, no body. What is longer than 1,000 characters is cut.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InboxUnavailableException">It cannot be kept now, so the change must not be made.</exception>
    public async ValueTask WriteAsync(Caller caller, string action, string target, string? detail, CancellationToken cancellation)
    {
        var row = RowOf(caller.Name, caller.Peer?.ToString(), action, target, detail);
        // The store first: what the log says was done, was let be done.
        await store.AddAsync(row, cancellation);
        LogChange(logger, row.Who, row.Action, row.Target, row.Peer ?? "-", row.Detail is null ? "" : $": {row.Detail}");
    }

    /// <summary>Keeps that somebody came, went or was refused, which has its own line in the log.</summary>
    public ValueTask WriteAccessAsync(string who, string? peer, string action, string? detail, CancellationToken cancellation) =>
        store.AddAsync(RowOf(who, peer, action, "console", detail), cancellation);

    /// <summary>Reads rows, newest first.</summary>
    public ValueTask<AuditPage> ReadAsync(long? before, int size, CancellationToken cancellation) =>
        store.ReadAsync(before, size, cancellation);

    private AuditRow RowOf(string who, string? peer, string action, string target, string? detail) =>
        new()
        {
            At = time.GetUtcNow(),
            Who = LogText.Safe(who),
            Action = LogText.Safe(action),
            Target = LogText.Safe(target),
            Detail = detail is null ? null : LogText.OneLine(detail.Length <= MaxDetail ? detail : $"{detail.AsSpan(0, MaxDetail)}…"),
            Peer = peer,
        };

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleChange,
        EventName = nameof(ConsoleEvents.ConsoleChange),
        Level = LogLevel.Information,
        Message = "By the console, {Who} from {Peer}: {Action} {Target}{Detail}"
    )]
    private static partial void LogChange(ILogger logger, string who, string action, string target, string peer, string detail);
}
