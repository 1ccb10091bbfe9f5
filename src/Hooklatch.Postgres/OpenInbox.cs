using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Hooklatch.Postgres.Hosts;
using Hooklatch.Postgres.Reading;
using Hooklatch.Postgres.Schema;
using Hooklatch.Postgres.Waking;
using Hooklatch.Postgres.Writing;
using Npgsql;

namespace Hooklatch.Postgres;

/// <summary>The parts of a store that is open, and what they share.</summary>
internal sealed class OpenInbox : IAsyncDisposable
{
    private readonly Database _database;
    private readonly Finisher _finisher;
    private readonly Acceptor _acceptor;
    private readonly Claimer _claimer;
    private readonly Notifier _notifier;
    private Listener? _listener;

    private OpenInbox(Database database, InboxStoreContext context)
    {
        _database = database;
        Context = context;
        Endpoints = new(database);
        Reader = new(database, Endpoints);
        var board = new Board(database, context.Limits, context.Time);
        Host = new(database, context) { GiveBack = GiveBackAsync };
        _acceptor = new(database, board, Host);
        _finisher = new(database, board, Host.Claims);
        _claimer = new(database, Endpoints, Host, context.Time);
        _notifier = new(database, context.Time);
        Acting = new(database, Endpoints, Reader, board, Host);
        Values = new(database, context.Limits);
    }

    public InboxStoreContext Context { get; }

    public EndpointNames Endpoints { get; }

    public LiveHost Host { get; }

    public Reader Reader { get; }

    public Acting Acting { get; }

    public Values Values { get; }

    /// <summary>Opens the store.</summary>
    /// <exception cref="InvalidOperationException">This host cannot use it.</exception>
    public static async Task<OpenInbox> OpenAsync(
        NpgsqlDataSource source,
        bool isOwn,
        PostgresInboxOptions options,
        InboxStoreContext context,
        PostgresHooks hooks,
        CancellationToken cancellation
    )
    {
        var database = new Database(source, isOwn, options.Schema, hooks);
        try
        {
            await ServerCheck.RunAsync(source, options.RequireSynchronousStandby, context.Logger, cancellation);
            await Migration.RunAsync(source, options.Schema, cancellation);
            var inbox = new OpenInbox(database, context);
            await inbox.Endpoints.LoadAsync(cancellation);
            await inbox.Host.BeginAsync(cancellation);
            inbox.Listen(options);
            return inbox;
        }
        catch (Exception error)
        {
            await database.DisposeAsync();
            if (error is InboxUnavailableException || Failures.ToCaller(error) is InboxUnavailableException)
            {
                throw new InvalidOperationException($"The inbox cannot be opened: {error.Message}", error);
            }

            throw;
        }
    }

    public async Task<InboxAcceptance> AcceptAsync(InboxItem item, bool claim, CancellationToken cancellation)
    {
        var endpoint = await Endpoints.OfAsync(item.Plugin, item.Endpoint, cancellation);
        var accepted = await _acceptor.AcceptAsync(new(item, endpoint, claim), cancellation);
        if (item.RequeuesDead && accepted.MayRequeue && await Acting.RequeueAsync(accepted.Id, onlyFailed: true, CancellationToken.None))
        {
            return new(InboxAcceptanceKind.Requeued, accepted.Id);
        }

        if (accepted is { Kind: (int)InboxAcceptanceKind.Accepted, IsClaimed: false })
        {
            _notifier.Announce(Host.Owner);
        }

        return new((InboxAcceptanceKind)accepted.Kind, accepted.Id, accepted.IsClaimed ? WorkOf(accepted.Id, item) : null);
    }

    /// <summary>Completes a claim as a part of its handler's transaction.</summary>
    /// <exception cref="InvalidOperationException">It is no longer held.</exception>
    public async Task CompleteAsync(InboxWork work, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var result = InboxResult.Done() with { StartedAt = Context.Time.GetUtcNow() };
        if (!await _finisher.EndInAsync(new(work.Id, work.Token, result), transaction, cancellation))
        {
            throw new InvalidOperationException(
                $"Delivery {work.Id} is no longer this handler's: it was completed or dismissed, or another host has it. Roll back what the handler did."
            );
        }
    }

    public Task<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellation) => _claimer.ClaimAsync(claim, cancellation);

    public Task<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellation) =>
        _finisher.EndAsync(new(work.Id, work.Token, result), cancellation);

    public async ValueTask DisposeAsync()
    {
        await _acceptor.DisposeAsync();
        await _finisher.DisposeAsync();
        await Host.DisposeAsync();
        await CloseAsync();
    }

    /// <summary>Leaves everything as a process does that is killed.</summary>
    public async Task AbandonAsync()
    {
        await Host.AbandonAsync();
        await _acceptor.DisposeAsync();
        await _finisher.DisposeAsync();
        await CloseAsync();
    }

    /// <summary>Hears what other hosts say, unless it is not to.</summary>
    private void Listen(PostgresInboxOptions options)
    {
        if (options.ListenConnectionString is not { } direct)
        {
            _listener = new(
                async closing => await _database.Source.OpenConnectionAsync(closing),
                _database.Schema,
                () => Host.Owner,
                Context
            );
        }
        else if (!string.IsNullOrWhiteSpace(direct))
        {
            var where = new NpgsqlConnectionStringBuilder(direct) { Pooling = false };
            _listener = new(
                async closing =>
                {
                    var connection = new NpgsqlConnection(where.ConnectionString);
                    await connection.OpenAsync(closing);
                    return connection;
                },
                _database.Schema,
                () => Host.Owner,
                Context
            );
        }

        _listener?.Begin();
    }

    /// <summary>Stores an item as a part of a transaction of somebody else.</summary>
    public async Task<InboxAcceptance> AcceptInAsync(InboxItem item, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        // Committed by itself: others may need the number before the transaction ends.
        var endpoint = await Endpoints.OfAsync(item.Plugin, item.Endpoint, cancellation);
        var accepted = await _acceptor.AcceptInAsync(new(item, endpoint, Claim: false), transaction, cancellation);
        var isAgain = item.RequeuesDead && accepted.MayRequeue && await Acting.RequeueInAsync(accepted.Id, transaction, cancellation);
        return new(isAgain ? InboxAcceptanceKind.Requeued : (InboxAcceptanceKind)accepted.Kind, accepted.Id);
    }

    private async Task CloseAsync()
    {
        if (_listener is not null)
        {
            await _listener.DisposeAsync();
        }

        await _notifier.DisposeAsync();
        _claimer.Dispose();
        await _database.DisposeAsync();
    }

    private Task<bool[]> GiveBackAsync(IReadOnlyList<(long Id, long Token)> claims) =>
        Task.WhenAll(
            claims.Select(claim => _finisher.EndAsync(new(claim.Id, claim.Token, InboxResult.Released()), CancellationToken.None))
        );

    private static InboxWork WorkOf(long id, InboxItem item) =>
        new()
        {
            Id = id,
            Token = Accepted.FirstToken,
            Plugin = item.Plugin,
            Endpoint = item.Endpoint,
            Attempt = 1,
        };
}
