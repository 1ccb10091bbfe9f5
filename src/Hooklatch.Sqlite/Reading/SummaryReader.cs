using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Sqlite.Reading;

/// <summary>Reads what lists say of deliveries, and how their tries ended.</summary>
internal sealed class SummaryReader(Database database, EndpointNames endpoints)
{
    private readonly Statement _delivery = database.Prepare(
        """
        select endpoint, received_at, event, event_action, delivery_id, body_length, replay_of, recorded from delivery where id = ?1
        """
    );

    private readonly Statement _work = database.Prepare("select state, attempt, crashes, due_at from work where id = ?1");
    private readonly Statement _dismissed = database.Prepare("select attempt, crashes from dismissed where id = ?1");

    private readonly Statement _last = database.Prepare(
        """
        select attempt, crashes, ended_at, error_type, error, fingerprint from outcome where id >= ?1 and id < ?2 order by id desc limit 1
        """
    );

    private readonly Statement _attempts = database.Prepare(
        """
        select attempt, state, started_at, elapsed, handler, error_type, error, fingerprint
        from outcome where id >= ?1 and id < ?2 order by id
        """
    );

    /// <summary>What a list says of a delivery.</summary>
    public InboxSummary? Find(long id)
    {
        if (!_delivery.Bind(1, id).Step())
        {
            return null;
        }

        var (plugin, endpoint) = endpoints[_delivery.Int(0)];
        var standing = ReadStanding(id, (InboxState?)_delivery.LongOrNull(7));
        var hasTries = _last.Bind(1, OutcomeTable.First(id)).Bind(2, OutcomeTable.First(id + 1)).Step();
        var summary = new InboxSummary
        {
            Id = id,
            Plugin = plugin,
            Endpoint = endpoint,
            State = standing.State,
            ReceivedAt = TimeOf(_delivery.Long(1)),
            Event = _delivery.Text(2),
            EventAction = _delivery.Text(3),
            DeliveryId = _delivery.Text(4),
            BodyLength = _delivery.Long(5),
            Attempts = standing.Attempts ?? (hasTries ? _last.Int(0) : 0),
            Crashes = standing.Crashes ?? (hasTries ? _last.Int(1) : 0),
            DueAt = standing.State == InboxState.Delayed ? TimeOf(standing.DueAt) : null,
            EndedAt = hasTries ? TimeOf(_last.Long(2)) : null,
            ErrorType = hasTries ? _last.Text(3) : null,
            Error = hasTries ? _last.Text(4) : null,
            Fingerprint = hasTries ? _last.Text(5) : null,
            ReplayOf = _delivery.LongOrNull(6),
        };
        _delivery.Reset();
        _last.Reset();
        return summary;
    }

    /// <summary>Where the work of a delivery stands.</summary>
    public InboxState StateOf(long id, InboxState? recorded) => ReadStanding(id, recorded).State;

    /// <summary>The tries of a delivery that ended, oldest first.</summary>
    public IReadOnlyList<InboxAttempt> ReadAttempts(long id)
    {
        var attempts = new List<InboxAttempt>();
        for (_attempts.Bind(1, OutcomeTable.First(id)).Bind(2, OutcomeTable.First(id + 1)); _attempts.Step(); )
        {
            attempts.Add(
                new()
                {
                    Number = _attempts.Int(0),
                    State = (InboxState)_attempts.Int(1),
                    StartedAt = TimeOf(_attempts.Long(2)),
                    Elapsed = new(_attempts.Long(3)),
                    Handler = _attempts.Text(4),
                    ErrorType = _attempts.Text(5),
                    Error = _attempts.Text(6),
                    Fingerprint = _attempts.Text(7),
                }
            );
        }

        return attempts;
    }

    private static DateTimeOffset TimeOf(long ticks) => new(ticks, TimeSpan.Zero);

    private (InboxState State, int? Attempts, int? Crashes, long DueAt) ReadStanding(long id, InboxState? recorded)
    {
        if (recorded is { } state)
        {
            return (state, null, null, 0);
        }

        if (_work.Bind(1, id).Step())
        {
            var standing = ((InboxState)_work.Int(0), _work.Int(1), _work.Int(2), _work.Long(3));
            _work.Reset();
            return standing;
        }

        if (_dismissed.Bind(1, id).Step())
        {
            var standing = (InboxState.Dismissed, _dismissed.Int(0), _dismissed.Int(1), 0L);
            _dismissed.Reset();
            return standing;
        }

        return (InboxState.Done, null, null, 0);
    }
}
