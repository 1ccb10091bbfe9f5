using Hooklatch.Deliveries;

namespace Hooklatch.Sessions.Alerts;

/// <summary>Finds minutes in which far more is refused than usual.</summary>
internal sealed class RefusalWatch
{
    /// <summary>Fewer in a minute are never worth a message.</summary>
    private const int Least = 20;

    /// <summary>How many times as many as in a usual minute are a jump.</summary>
    private const int Factor = 4;

    /// <summary>How many the log keeps.</summary>
    private const int Most = 1000;

    private const int Minutes = 60;

    private readonly Queue<int> _counts = new();
    private long _last;
    private string? _untold;

    /// <summary>What is to be told: a jump of this minute, or one that was not told yet.</summary>
    public string? Look(IRefusalLog log, DateTimeOffset now)
    {
        var refused = log.Read(size: Most).TakeWhile(one => one.Id > _last).ToArray();
        _last = refused.Length > 0 ? refused[0].Id : _last;
        var usual = _counts.Count == 0 ? 0 : _counts.Average();
        if (refused.Length >= Least && refused.Length >= Factor * usual)
        {
            var most = refused.CountBy(one => (one.Plugin, one.Endpoint, one.Reason)).MaxBy(each => each.Value);
            _untold =
                $"{(refused.Length < Most ? "" : "At least ")}{refused.Length} deliveries were refused within a minute, at {now:HH:mm} UTC; {most.Value} of them at {most.Key.Plugin}{most.Key.Endpoint}: {most.Key.Reason}.";
        }

        _counts.Enqueue(refused.Length);
        if (_counts.Count > Minutes)
        {
            _counts.Dequeue();
        }

        return _untold;
    }

    public void Told() => _untold = null;
}
