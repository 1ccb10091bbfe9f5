using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Hooklatch.Postgres.Hosts;
using Hooklatch.Postgres.Reading;
using Npgsql;

namespace Hooklatch.Postgres.Writing;

/// <summary>What people do with deliveries and endpoints, and what is dropped by itself. Each is a transaction of its own.</summary>
internal sealed class Acting(Database database, EndpointNames endpoints, Reader reader, Board board, LiveHost host)
{
    public async Task<bool> RequeueAsync(long id, bool onlyFailed, CancellationToken cancellation)
    {
        var isDone = await database.ValueAsync<bool>(
            "requeue",
            3,
            command => command.Add(database.At).Add(id).Add(onlyFailed),
            cancellation
        );
        // What has failed is unfinished already.
        if (isDone && !onlyFailed)
        {
            board.Distrust();
        }

        return isDone;
    }

    /// <summary>Makes a failed delivery ready as a part of a transaction of somebody else.</summary>
    public async Task<bool> RequeueInAsync(long id, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var command = database.Call(transaction.Connection!, "requeue", 3);
        command.Add(database.At).Add(id).Add(true);
        return await Database.ReadAllAsync(command, row => row.GetBoolean(0), cancellation) is [true];
    }

    public async Task<bool> DismissAsync(long id, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync(
            "dismiss",
            2,
            command => command.Add(database.At).Add(id),
            row => row.LongOrNull(0),
            cancellation
        );
        board.Distrust();
        if (rows is [{ } token])
        {
            // Another host that runs it sees that its claim is gone.
            host.Revoke(id, token);
        }

        return rows is [_];
    }

    public Task<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellation) =>
        database.ValueAsync<bool>("report", 3, command => command.Add(work.Id).Add(work.Token).Add(report), cancellation);

    public async Task<long?> ReplayAsync(long id, CancellationToken cancellation)
    {
        var copy = await database.ValueAsync<long?>("replay", 2, command => command.Add(database.At).Add(id), cancellation);
        board.Distrust();
        return copy;
    }

    public async Task RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellation)
    {
        var endpoint = await endpoints.OfAsync(item.Plugin, item.Endpoint, cancellation);
        await database.ValueAsync<long>(
            "record",
            19,
            command =>
                command
                    .Add(database.At)
                    .Add(endpoint)
                    .Add(item.ReceivedAt.UtcTicks)
                    .Add(item.Size)
                    .Add(item.Event)
                    .Add(item.EventAction)
                    .Add(item.DeliveryId)
                    .Add(item.OrderKey)
                    .Add(item.ReplayOf)
                    .Add(item.Body)
                    .Add(item.Payload)
                    .Add(item.Details)
                    .Add((short?)result.State)
                    .Add(result.StartedAt.UtcTicks)
                    .Add(result.Elapsed.Ticks)
                    .Add(result.Handler)
                    .Add(result.ErrorType)
                    .Add(result.Error)
                    .Add(result.Fingerprint),
            cancellation
        );
    }

    public Task SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellation) =>
        database.RunAsync("set_paused", 3, command => command.Add(what.Plugin).Add(what.Endpoint ?? "").Add(isPaused), cancellation);

    public Task SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellation) =>
        database.RunAsync("set_disabled", 2, command => command.Add(plugin).Add(isDisabled), cancellation);

    public async Task<long> EraseAsync(InboxErasure what, CancellationToken cancellation)
    {
        var numbers = await endpoints.NumbersAsync(what.Plugin, what.Endpoint, cancellation);
        // What comes in from now on stays.
        var last = await reader.NewestAsync(cancellation);
        var erased = 0L;
        for (long? after = 0; after is { } from; )
        {
            var rows = await database.QueryAsync(
                "erase",
                7,
                command =>
                    command.Add(database.At).Add(what.Id).Add(what.DeliveryId).Add(numbers).Add(what.Before?.UtcTicks).Add(from).Add(last),
                row =>
                    (
                        Erased: row.GetInt64(0),
                        Next: row.LongOrNull(1),
                        Claims: row.GetFieldValue<long[]>(2).Zip(row.GetFieldValue<long[]>(3))
                    ),
                cancellation
            );
            erased += rows[0].Erased;
            after = rows[0].Next;
            foreach (var (id, token) in rows[0].Claims)
            {
                // Another host that runs it sees that its claim is gone.
                host.Revoke(id, token);
            }
        }

        board.Distrust();
        return erased;
    }

    public Task AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellation) =>
        database.RunAsync(
            "add_audit",
            6,
            command => command.Add(database.At).Add(entry.Who).Add(entry.Action).Add(entry.Target).Add(entry.Detail).Add(entry.Peer),
            cancellation
        );

    public async Task<bool> SweepAsync(InboxRetention retention, CancellationToken cancellation)
    {
        var hasMore = await database.ValueAsync<bool>(
            "sweep",
            4,
            command => command.Add(database.At).Add(retention.MaxAge.Ticks).Add(retention.MaxBytes).Add(retention.IdentityAge.Ticks),
            cancellation
        );
        var hasMoreOfAudit = await database.ValueAsync<bool>(
            "sweep_audit",
            3,
            command => command.Add(database.At).Add(retention.AuditAge.Ticks).Add(retention.MaxAuditEntries),
            cancellation
        );
        return hasMore || hasMoreOfAudit;
    }
}
