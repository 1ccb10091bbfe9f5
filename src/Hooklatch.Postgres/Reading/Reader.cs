using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Npgsql;

namespace Hooklatch.Postgres.Reading;

/// <summary>Reads deliveries: what was kept of them, what lists say, how their tries ended.</summary>
internal sealed class Reader(Database database, EndpointNames endpoints)
{
    public async Task<InboxItem?> ItemAsync(long id, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync(
            "item",
            1,
            command => command.Add(id),
            row =>
                (
                    Endpoint: row.GetInt32(0),
                    Item: new InboxItem
                    {
                        Plugin = "",
                        Endpoint = "",
                        ReceivedAt = row.Time(1),
                        Event = row.Text(2),
                        EventAction = row.Text(3),
                        DeliveryId = row.Text(4),
                        OrderKey = row.Text(5),
                        ReplayOf = row.LongOrNull(6),
                        Body = row.BytesOrNull(7),
                        Payload = row.BytesOrNull(8) is { } payload ? payload : default(ReadOnlyMemory<byte>?),
                        Details = row.BytesOrNull(9),
                        Priority = (JobPriority)row.GetInt32(10),
                        ForgetsIdentity = row.GetBoolean(11),
                        Delay = new(row.GetInt64(12)),
                    }
                ),
            cancellation
        );
        if (rows is not [var found])
        {
            return null;
        }

        var (plugin, endpoint) = await endpoints.NameAsync(found.Endpoint, cancellation);
        return found.Item with { Plugin = plugin, Endpoint = endpoint };
    }

    public async Task<InboxRecord?> FindAsync(long id, CancellationToken cancellation) =>
        await SummariesAsync([id], cancellation) is [var summary] && await ItemAsync(id, cancellation) is { } item
            ? new(summary, item, await AttemptsAsync(id, cancellation)) { Report = await ReportAsync(id, cancellation) }
            : null;

    public async Task<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync(
            "find",
            16,
            command =>
                command
                    .Add(database.At)
                    .Add(query.Plugin)
                    .Add(query.Endpoint)
                    .Add(query.Jobs)
                    .Add((int[]?)null)
                    .Add(query.Event)
                    .Add(query.DeliveryId)
                    .Add((short?)query.State)
                    .Add(query.From?.UtcTicks)
                    .Add(query.To?.UtcTicks)
                    .Add(query.ErrorType)
                    .Add(query.Fingerprint)
                    .Add(query.Before ?? long.MaxValue)
                    .Add(query.After)
                    .Add(Math.Clamp(query.Size, 1, InboxQuery.MaxSize))
                    .Add(InboxQuery.MaxRowsRead),
            row => (Id: row.LongOrNull(0), Next: row.LongOrNull(1)),
            cancellation
        );
        long[] ids = [.. rows.Select(row => row.Id).OfType<long>()];
        return new(ids is [] ? [] : await SummariesAsync(ids, cancellation), rows[^1].Next);
    }

    public async Task<IReadOnlyList<InboxAuditEntry>> AuditAsync(long? before, int size, CancellationToken cancellation) =>
        await database.QueryAsync(
            "read_audit",
            2,
            command => command.Add(before ?? long.MaxValue).Add(Math.Clamp(size, 1, InboxQuery.MaxSize)),
            row => new InboxAuditEntry
            {
                Id = row.GetInt64(0),
                At = row.Time(1),
                Who = row.Text(2)!,
                Action = row.Text(3)!,
                Target = row.Text(4)!,
                Detail = row.Text(5),
                Peer = row.Text(6),
            },
            cancellation
        );

    public async Task<IReadOnlyList<InboxDepth>> DepthAsync(CancellationToken cancellation)
    {
        var oldest = (await database.QueryAsync("oldest", 0, _ => { }, row => (row.GetInt32(0), row.Time(1)), cancellation)).ToDictionary(
            row => row.Item1,
            row => row.Item2
        );
        var rows = await database.QueryAsync("totals", 0, _ => { }, ReadDepth, cancellation);
        var depths = new List<InboxDepth>();
        foreach (var (number, depth) in rows)
        {
            var isAny = depth.Ready + depth.Leased + depth.Delayed + depth.Dead + depth.Quarantined > 0;
            if (isAny)
            {
                var (plugin, endpoint) = await endpoints.NameAsync(number, cancellation);
                var at = oldest.TryGetValue(number, out var time) ? time : default(DateTimeOffset?);
                depths.Add(depth with { Plugin = plugin, Endpoint = endpoint, OldestAt = at });
            }
        }

        return depths;
    }

    public async Task<IReadOnlyList<InboxPause>> PausesAsync(CancellationToken cancellation) =>
        await database.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand($"select plugin, endpoint from {database.Schema}.pause", connection);
                return await Database.ReadAllAsync(
                    command,
                    row => new InboxPause(row.Text(0)!, row.Text(1) is { Length: > 0 } endpoint ? endpoint : null),
                    cancellation
                );
            },
            cancellation
        );

    public async Task<IReadOnlyList<string>> DisabledAsync(CancellationToken cancellation) =>
        await database.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand($"select plugin from {database.Schema}.disabled_plugin", connection);
                return await Database.ReadAllAsync(command, row => row.Text(0)!, cancellation);
            },
            cancellation
        );

    /// <summary>The largest id that a delivery has.</summary>
    public Task<long> NewestAsync(CancellationToken cancellation) =>
        database.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(
                    $"select coalesce((select id from {database.Schema}.delivery order by id desc limit 1), 0)",
                    connection
                );
                return (long)(await command.ExecuteScalarAsync(cancellation))!;
            },
            cancellation
        );

    private Task<ReadOnlyMemory<byte>?> ReportAsync(long id, CancellationToken cancellation) =>
        database.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand($"select data from {database.Schema}.report where id = $1", connection);
                command.Add((long?)id);
                return await command.ExecuteScalarAsync(cancellation) is byte[] report ? report : default(ReadOnlyMemory<byte>?);
            },
            cancellation
        );

    private static (int Endpoint, InboxDepth Depth) ReadDepth(NpgsqlDataReader row) =>
        (
            row.GetInt32(0),
            new()
            {
                Plugin = "",
                Endpoint = "",
                Ready = row.GetInt64(1),
                Leased = row.GetInt64(2),
                Delayed = row.GetInt64(3),
                Dead = row.GetInt64(4),
                Quarantined = row.GetInt64(5),
                Bytes = row.GetInt64(6),
            }
        );

    private async Task<IReadOnlyList<InboxAttempt>> AttemptsAsync(long id, CancellationToken cancellation) =>
        await database.QueryAsync(
            "attempts",
            1,
            command => command.Add(id),
            row => new InboxAttempt
            {
                Number = row.GetInt32(0),
                State = (InboxState)row.GetInt32(1),
                StartedAt = row.Time(2),
                Elapsed = new(row.GetInt64(3)),
                Handler = row.Text(4),
                ErrorType = row.Text(5),
                Error = row.Text(6),
                Fingerprint = row.Text(7),
            },
            cancellation
        );

    private async Task<List<InboxSummary>> SummariesAsync(long[] ids, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync("summaries", 1, command => command.Add(ids), ReadSummary, cancellation);
        var summaries = new List<InboxSummary>(rows.Count);
        foreach (var (number, summary) in rows)
        {
            var (plugin, endpoint) = await endpoints.NameAsync(number, cancellation);
            summaries.Add(summary with { Plugin = plugin, Endpoint = endpoint });
        }

        return summaries;
    }

    private static (int Endpoint, InboxSummary Summary) ReadSummary(NpgsqlDataReader row) =>
        (
            row.GetInt32(1),
            new()
            {
                Id = row.GetInt64(0),
                Plugin = "",
                Endpoint = "",
                State = (InboxState)row.GetInt32(2),
                ReceivedAt = row.Time(3),
                Event = row.Text(4),
                EventAction = row.Text(5),
                DeliveryId = row.Text(6),
                BodyLength = row.GetInt64(7),
                Attempts = row.GetInt32(8),
                Crashes = row.GetInt32(9),
                DueAt = row.TimeOrNull(10),
                EndedAt = row.TimeOrNull(11),
                ErrorType = row.Text(12),
                Error = row.Text(13),
                Fingerprint = row.Text(14),
                ReplayOf = row.LongOrNull(15),
            }
        );
}
