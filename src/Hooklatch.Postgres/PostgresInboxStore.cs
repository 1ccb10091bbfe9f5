using Hooklatch.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hooklatch.Postgres;

/// <summary>The inbox in a PostgreSQL database, which any number of hosts share.</summary>
internal sealed class PostgresInboxStore(IOptions<PostgresInboxOptions> options, NpgsqlDataSource? source, PostgresHooks hooks)
    : IInboxStore
{
    // Of the handler that runs in a flow of calls, its claim.
    private readonly AsyncLocal<InboxWork?> _running = new();
    private OpenInbox? _inbox;

    public PostgresInboxStore(IOptions<PostgresInboxOptions> options, IServiceProvider services)
        : this(options, services.GetService<NpgsqlDataSource>(), PostgresHooks.None) { }

    public string Description
    {
        get
        {
            var where = new NpgsqlConnectionStringBuilder(source?.ConnectionString ?? options.Value.ConnectionString);
            return $"PostgreSQL, {where.Host}/{where.Database}, schema {options.Value.Schema}";
        }
    }

    /// <summary>The parts of the open store.</summary>
    internal OpenInbox Inbox => _inbox ?? throw new InboxUnavailableException("The inbox is not open.");

    /// <summary>What is enqueued as a part of somebody else's transaction.</summary>
    internal AmbientTransaction Ambient { get; } = new();

    public async Task OpenAsync(InboxStoreContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_inbox is not null)
        {
            throw new InvalidOperationException("The inbox is open already.");
        }

        _inbox = await OpenInbox.OpenAsync(
            source ?? CreateSource(options.Value.ConnectionString!),
            isOwn: source is null,
            options.Value,
            context,
            hooks,
            cancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _inbox, null) is { } inbox)
        {
            await inbox.DisposeAsync();
        }
    }

    /// <summary>Leaves everything as a process does that is killed.</summary>
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
        return Ambient.Current is { } transaction
            ? await Inbox.AcceptInAsync(item, transaction, cancellationToken)
            : await Inbox.AcceptAsync(item, claim, cancellationToken);
    }

    public async ValueTask RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellationToken)
    {
        Check(item);
        ArgumentNullException.ThrowIfNull(result);
        if (result.State is not (InboxState.Done or InboxState.Dead))
        {
            throw new ArgumentException("What is recorded has ended: it is done or dead.", nameof(result));
        }

        await Inbox.Acting.RecordAsync(item, result, cancellationToken);
    }

    public async ValueTask<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return await Inbox.ClaimAsync(claim, cancellationToken);
    }

    public ValueTask<bool> MarkStartedAsync(InboxWork work, bool isAlone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        // Not in an async method, whose caller would not see it. The handler runs in the flow that calls this.
        _running.Value = work;
        return new(Inbox.Host.Marker.MarkAsync(work, isAlone, cancellationToken));
    }

    /// <summary>Completes the claim of the handler that calls it, in its transaction.</summary>
    internal Task CompleteAsync(NpgsqlTransaction transaction, CancellationToken cancellation) =>
        _running.Value is { } work
            ? Inbox.CompleteAsync(work, transaction, cancellation)
            : throw new InvalidOperationException("No handler of a queued webhook and no job runs here, so there is nothing to complete.");

    public async ValueTask<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(result);
        return await Inbox.EndAsync(work, result, cancellationToken);
    }

    public async ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return report.Length <= InboxResult.MaxReportLength
            ? await Inbox.Acting.ReportAsync(work, report, cancellationToken)
            : throw new ArgumentException($"A report has at most {InboxResult.MaxReportLength} bytes.", nameof(report));
    }

    public async ValueTask<InboxItem?> ReadAsync(long id, CancellationToken cancellationToken) =>
        await Inbox.Reader.ItemAsync(id, cancellationToken);

    public async ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckEndpoint(query.Plugin, query.Endpoint, nameof(query));
        if (query is { Before: not null, After: not null })
        {
            throw new ArgumentException("A page begins before an id or after one: set Before or After.", nameof(query));
        }

        return await Inbox.Reader.SearchAsync(query, cancellationToken);
    }

    public async ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        await Inbox.Reader.FindAsync(id, cancellationToken);

    public async ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        await Inbox.Reader.DepthAsync(cancellationToken);

    public async ValueTask<long?> ReplayAsync(long id, CancellationToken cancellationToken) =>
        await Inbox.Acting.ReplayAsync(id, cancellationToken);

    public async ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) =>
        await Inbox.Acting.RequeueAsync(id, onlyFailed: false, cancellationToken);

    public async ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken) =>
        await Inbox.Acting.DismissAsync(id, cancellationToken);

    public async ValueTask SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        await Inbox.Acting.SetPausedAsync(what, isPaused, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        await Inbox.Reader.PausesAsync(cancellationToken);

    public async ValueTask SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        await Inbox.Acting.SetDisabledAsync(plugin, isDisabled, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<string>> GetDisabledAsync(CancellationToken cancellationToken) =>
        await Inbox.Reader.DisabledAsync(cancellationToken);

    public async ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        CheckEndpoint(what.Plugin, what.Endpoint, nameof(what));
        if (what == new InboxErasure())
        {
            throw new ArgumentException("At least one thing says what is erased.", nameof(what));
        }

        return await Inbox.Acting.EraseAsync(what, cancellationToken);
    }

    public async ValueTask<KeyValue?> GetValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        await Inbox.Values.GetAsync(key, cancellationToken);

    public async ValueTask<long?> SetValueAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellationToken
    ) => await Inbox.Values.SetAsync(key, value, lifetime, ifVersion, cancellationToken);

    public async ValueTask<bool> DeleteValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        await Inbox.Values.DeleteAsync(key, cancellationToken);

    public async ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await Inbox.Acting.AddAuditAsync(entry, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        await Inbox.Reader.AuditAsync(before, size, cancellationToken);

    public async ValueTask<bool> SweepAsync(InboxRetention retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        return await Inbox.Acting.SweepAsync(retention, cancellationToken);
    }

    internal static void Check(InboxItem item)
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

    private static NpgsqlDataSource CreateSource(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }
}
