using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Sqlite.Reading;

/// <summary>Reads what was kept of deliveries.</summary>
internal sealed class ItemReader(Database database, EndpointNames endpoints)
{
    private readonly Statement _find = database.Prepare(
        """
        select endpoint, received_at, body_length, event, event_action, delivery_id, order_key, replay_of,
            body, payload, payload_length, details, upload, priority, forgets, delay
        from delivery join body on body.id = delivery.id where delivery.id = ?1
        """
    );

    private readonly Statement _report = database.Prepare("select data from report where id = ?1");

    private readonly Statement _chunks = database.Prepare("select data from chunk where id >= ?1 and id < ?2 order by id");

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public InboxItem? Read(long id)
    {
        if (!_find.Bind(1, id).Step())
        {
            return null;
        }

        var (plugin, endpoint) = endpoints[_find.Int(0)];
        var (body, payload) = ReadBytes(id);
        var item = new InboxItem
        {
            Plugin = plugin,
            Endpoint = endpoint,
            ReceivedAt = new(_find.Long(1), TimeSpan.Zero),
            Body = body,
            Payload = payload,
            Details = _find.Bytes(11),
            Event = _find.Text(3),
            EventAction = _find.Text(4),
            DeliveryId = _find.Text(5),
            OrderKey = _find.Text(6),
            ReplayOf = _find.LongOrNull(7),
            Priority = (JobPriority)_find.Int(13),
            ForgetsIdentity = _find.Int(14) != 0,
            Delay = new(_find.Long(15)),
        };
        _find.Reset();
        return item;
    }

    /// <summary>Reads what its handler has reported last.</summary>
    public ReadOnlyMemory<byte>? ReadReport(long id)
    {
        if (!_report.Bind(1, id).Step())
        {
            return null;
        }

        var report = _report.Bytes(0);
        _report.Reset();
        return report;
    }

    private (byte[] Body, ReadOnlyMemory<byte>? Payload) ReadBytes(long id)
    {
        if (_find.LongOrNull(12) is not { } upload)
        {
            return (_find.Bytes(8), _find.IsNull(9) ? (ReadOnlyMemory<byte>?)null : _find.Bytes(9));
        }

        var body = new byte[_find.Int(2)];
        var payload = _find.LongOrNull(10) is { } length ? new byte[length] : null;
        var whole = body.Length + (payload?.Length ?? 0);
        var at = 0;
        for (_chunks.Bind(1, Chunks.First(upload)).Bind(2, Chunks.First(upload + 1)); _chunks.Step(); )
        {
            var chunk = _chunks.Span(0);
            if (at + chunk.Length > whole)
            {
                throw new InvalidDataException($"The inbox is damaged: delivery {id} has more bytes than it was stored with.");
            }

            var ofBody = chunk[..Math.Min(chunk.Length, Math.Max(0, body.Length - at))];
            ofBody.CopyTo(body.AsSpan(Math.Min(at, body.Length)));
            chunk[ofBody.Length..].CopyTo(payload.AsSpan(Math.Max(0, at - body.Length)));
            at += chunk.Length;
        }

        if (at != whole)
        {
            throw new InvalidDataException($"The inbox is damaged: of the {whole} bytes of delivery {id}, {at} are there.");
        }

        return (body, payload is null ? (ReadOnlyMemory<byte>?)null : payload);
    }
}
