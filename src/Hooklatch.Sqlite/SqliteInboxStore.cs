using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Files;
using Hooklatch.Sqlite.Writing;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace Hooklatch.Sqlite;

/// <summary>The inbox in an SQLite database: one file, one writer, and one process that runs its work.</summary>
internal sealed class SqliteInboxStore(IOptions<SqliteInboxOptions> options, SqliteHooks hooks) : IInboxStore
{
    private const int ErasedPerTransaction = 100;
    private const int RowsPerLook = 5000;

    private static readonly TimeSpan GiveBackPause = TimeSpan.FromSeconds(1);

    private OpenInbox? _inbox;
    private string? _path;

    public SqliteInboxStore(IOptions<SqliteInboxOptions> options)
        : this(options, SqliteHooks.None) { }

    public string Description => (_path ?? options.Value.File) is { } path ? $"SQLite, {path}" : "SQLite";

    /// <summary>The parts of the open store, for tests.</summary>
    internal OpenInbox Inbox => _inbox ?? throw new InboxUnavailableException("The inbox is not open.");

    public async Task OpenAsync(InboxStoreContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_inbox is not null)
        {
            throw new InvalidOperationException("The inbox is open already.");
        }

        _path = options.Value.File ?? Path.Combine(context.DataDirectory, "inbox", "inbox.db");
        _inbox = await OpenInbox.OpenAsync(Path.GetFullPath(_path), options.Value.BusyTimeout, context, hooks, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _inbox, null) is { } inbox)
        {
            await inbox.DisposeAsync();
        }
    }

    /// <summary>Leaves everything as a process does that is killed, and lets another one open the file.</summary>
    internal async Task AbandonAsync()
    {
        if (Interlocked.Exchange(ref _inbox, null) is { } inbox)
        {
            await inbox.AbandonAsync();
        }
    }

    public async ValueTask<InboxAcceptance> AcceptAsync(InboxItem item, bool claim, CancellationToken cancellationToken)
    {
        Check(item);
        if (!Upload.IsNeeded(item))
        {
            return await Inbox.Writer.RunAsync(
                session => session.Accepting.Accept(item, claim, null),
                cancellationToken,
                item.Size,
                GiveBack
            );
        }

        using var room = Upload.TakeRoom(Inbox, item);
        if (await Inbox.Writer.RunAsync(session => session.Accepting.TryRefuse(item), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await Upload.RunAsync(
            Inbox,
            item,
            (session, upload) => session.Accepting.Accept(item, claim, upload),
            GiveBack,
            cancellationToken
        );
    }

    public async ValueTask RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellationToken)
    {
        Check(item);
        ArgumentNullException.ThrowIfNull(result);
        if (result.State is not (InboxState.Done or InboxState.Dead))
        {
            throw new ArgumentException("What is recorded has ended: it is done or dead.", nameof(result));
        }

        if (await StoreAsync(item, (session, upload) => session.Accepting.Record(item, result, upload), cancellationToken) is null)
        {
            throw new InboxUnavailableException(Upload.DiskIsLow);
        }
    }

    public async ValueTask<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return await Inbox.Writer.RunAsync(
            session => session.Claiming.Claim(claim),
            cancellationToken,
            abandoned: claimed => claimed.Work.ToList().ForEach(GiveBack)
        );
    }

    public ValueTask<bool> MarkStartedAsync(InboxWork work, bool isAlone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var inbox = Inbox;
        var isHeld = inbox.Context.Claims.TryGetValue(work.Id, out var claim) && claim.Token == work.Token;
        return !isHeld || inbox.Running.TryMark(work.Id, work.Token, isAlone)
            ? ValueTask.FromResult(isHeld)
            : ValueTask.FromException<bool>(
                new InboxUnavailableException($"The inbox is closed, or more than {RunningFile.Slots} handlers run at once.")
            );
    }

    public async ValueTask<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(result);
        return await Inbox.Writer.RunAsync(Urgent(session => session.Ending.End(work, result)), cancellationToken);
    }

    public async ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return report.Length <= InboxResult.MaxReportLength
            ? await Inbox.Writer.RunAsync(session => session.Ending.Report(work, report), cancellationToken, report.Length)
            : throw new ArgumentException($"A report has at most {InboxResult.MaxReportLength} bytes.", nameof(report));
    }

    public async ValueTask<InboxItem?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        var readers = Inbox.Readers;
        try
        {
            return await readers.UseAsync(reader => reader.Items.Read(id), cancellationToken);
        }
        catch (InboxUnavailableException error) when (CanBeOfOne(error))
        {
            // Where anything else can be read and this one fails again, it is this one, and waiting does not make it whole.
            await readers.UseAsync(reader => reader.Search.Newest(), cancellationToken);
        }

        try
        {
            return await readers.UseAsync(reader => reader.Items.Read(id), cancellationToken);
        }
        catch (InboxUnavailableException error) when (CanBeOfOne(error))
        {
            throw new InvalidDataException($"The inbox is damaged: delivery {id} cannot be read. {error.InnerException!.Message}", error);
        }
    }

    private static bool CanBeOfOne(InboxUnavailableException error) =>
        error.InnerException is SqliteException { PrimaryCode: raw.SQLITE_CORRUPT or raw.SQLITE_IOERR };

    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check();
        return Inbox.Readers.UseAsync(reader => reader.Search.Find(query), cancellationToken);
    }

    public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        Inbox.Readers.UseAsync(reader => reader.Find(id), cancellationToken);

    public async ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        await Inbox.Writer.RunAsync(session => session.Acting.GetDepth(), cancellationToken);

    public async ValueTask<long?> ReplayAsync(long id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not { } item)
        {
            return null;
        }

        var copy = item with { ReceivedAt = Inbox.Time.GetUtcNow(), ReplayOf = id, Delay = TimeSpan.Zero };
        return await StoreAsync(copy, (session, upload) => session.Accepting.Replay(copy, upload), cancellationToken);
    }

    public async ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) =>
        await Inbox.Writer.RunAsync(session => session.Acting.Requeue(id), cancellationToken);

    public async ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken)
    {
        var inbox = Inbox;
        var before = await inbox.Writer.RunAsync(session => session.Acting.Dismiss(id), cancellationToken);
        if (before is { State: InboxState.Leased, Token: var token })
        {
            inbox.Context.Revoked(id, token);
        }

        return before is not null;
    }

    public async ValueTask SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        await Inbox.Writer.RunAsync(session => session.Acting.SetPaused(what, isPaused), cancellationToken);
    }

    public async ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        await Inbox.Writer.RunAsync<IReadOnlyList<InboxPause>>(session => [.. session.Board.Pauses], cancellationToken);

    public async ValueTask SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        await Inbox.Writer.RunAsync(session => session.Acting.SetDisabled(plugin, isDisabled), cancellationToken);
    }

    public async ValueTask<IReadOnlyList<string>> GetDisabledAsync(CancellationToken cancellationToken) =>
        await Inbox.Writer.RunAsync<IReadOnlyList<string>>(session => [.. session.Board.Disabled], cancellationToken);

    public async ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        CheckEndpoint(what.Plugin, what.Endpoint, nameof(what));
        if (what == new InboxErasure())
        {
            throw new ArgumentException("At least one thing says what is erased.", nameof(what));
        }

        var inbox = Inbox;
        var erased = 0L;
        // What comes in from now on stays.
        var last = await inbox.Readers.UseAsync(reader => reader.Search.Newest(), cancellationToken);
        for (long? after = 0; after is { } from; )
        {
            var (ids, next) = await inbox.Readers.UseAsync(
                reader => reader.Search.ToErase(what, from, last, RowsPerLook),
                cancellationToken
            );
            for (var at = 0; at < ids.Count; )
            {
                var first = at;
                var (count, read, revoked) = await inbox.Writer.RunAsync(session => EraseSome(session, ids, first), cancellationToken);
                erased += count;
                at += read;
                revoked.ForEach(claim => inbox.Context.Revoked(claim.Id, claim.Token));
            }

            after = next;
        }

        await inbox.DropOrphansAsync(cancellationToken);
        await inbox.EmptyLogAsync(cancellationToken);
        return erased;
    }

    public ValueTask<KeyValue?> GetValueAsync(ValueKey key, CancellationToken cancellationToken)
    {
        var inbox = Inbox;
        return inbox.Readers.UseAsync(reader => reader.Values.Find(key, inbox.Time.GetUtcNow()), cancellationToken);
    }

    public async ValueTask<long?> SetValueAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellationToken
    )
    {
        var written = await Inbox.Writer.RunAsync(
            session => session.Values.Set(key, value.Span, lifetime, ifVersion),
            cancellationToken,
            value.Length
        );
        return written.Problem switch
        {
            ValueProblem.None => written.Version,
            ValueProblem.OtherVersion => null,
            ValueProblem.DiskIsLow => throw new InboxUnavailableException(Upload.DiskIsLow),
            _ => throw new InvalidOperationException(
                $"The values of {key.Plugin} would take more bytes than they may (Hooklatch:Inbox:MaxValueBytes); nothing was written."
            ),
        };
    }

    public async ValueTask<bool> DeleteValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        await Inbox.Writer.RunAsync(session => session.Values.Delete(key), cancellationToken);

    public async ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await Inbox.Writer.RunAsync(session => session.Audit.Add(entry), cancellationToken);
    }

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        Inbox.Readers.UseAsync(reader => reader.Audit.Read(before, size), cancellationToken);

    public async ValueTask<bool> SweepAsync(InboxRetention retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        return await Inbox.Writer.RunAsync(session => session.Sweeping.Sweep(retention), cancellationToken);
    }

    /// <summary>Erases as many as one transaction is to.</summary>
    private static (long Erased, int Read, List<(long Id, long Token)> Revoked) EraseSome(Session session, List<long> ids, int first)
    {
        var (erased, at) = (0L, first);
        var revoked = new List<(long, long)>();
        for (var freed = 0L; at < ids.Count && at - first < ErasedPerTransaction && freed < BodyTable.FreedPerTransaction; at++)
        {
            freed += session.Deliveries.Find(ids[at])?.Size ?? 0;
            erased += session.Erasing.Erase([ids[at]], revoked);
        }

        return (erased, at - first, revoked);
    }

    private async Task<T> StoreAsync<T>(InboxItem item, Func<Session, long?, T> store, CancellationToken cancellation)
    {
        var inbox = Inbox;
        if (!Upload.IsNeeded(item))
        {
            return await inbox.Writer.RunAsync(session => store(session, null), cancellation, item.Size);
        }

        using var room = Upload.TakeRoom(inbox, item);
        return await Upload.RunAsync(inbox, item, (session, upload) => store(session, upload), null, cancellation);
    }

    private static void Check(InboxItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Identity.Length is not (0 or 16))
        {
            throw new ArgumentException("An identity has 16 bytes, or none.", nameof(item));
        }
    }

    private static void CheckEndpoint(string? plugin, string? endpoint, string parameter)
    {
        if (endpoint is not null && plugin is null)
        {
            throw new ArgumentException("An endpoint is named together with its plugin.", parameter);
        }
    }

    private void GiveBack(InboxAcceptance acceptance)
    {
        if (acceptance.Work is { } work)
        {
            GiveBack(work);
        }
    }

    /// <summary>Gives back a claim whose caller has left before it got it.</summary>
    private void GiveBack(InboxWork work)
    {
        if (_inbox is { } inbox)
        {
            _ = GiveBackAsync(inbox, work);
        }
    }

    private static async Task GiveBackAsync(OpenInbox inbox, InboxWork work)
    {
        try
        {
            for (var isWritten = false; !isWritten; )
            {
                try
                {
                    await inbox.Writer.RunAsync(
                        Urgent(session => session.Ending.End(work, InboxResult.Released())),
                        CancellationToken.None
                    );
                    isWritten = true;
                }
                catch (InboxUnavailableException)
                {
                    // Nobody else ever would.
                    await Task.Delay(GiveBackPause, inbox.Time, inbox.Closing);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The next start gives it back.
        }
    }

    /// <summary>Something that ends a claim, which is never refused for what else waits: there are no more of them than claims.</summary>
    private static Operation<bool> Urgent(Func<Session, bool> end) => new(end) { IsUrgent = true };
}
