using System.Net;
using System.Runtime.InteropServices;
using Hooklatch.Deliveries;
using Hooklatch.Signing.Refusals;

namespace Hooklatch.Telemetry;

/// <summary>
/// Keeps the last refusals in places that are used again, so that a flood of them costs neither memory nor the others' places: where all are taken, the
/// endpoint that has the most gives up its oldest.
/// </summary>
internal sealed class RefusalRing : IRefusalLog
{
    public const int Capacity = 1000;
    public const int PerEndpoint = 250;

    private const int FirstSize = 16;
    private const int None = -1;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Plugin, string Endpoint), Line> _lines = [];
    private Place[] _places = [];
    private int _used;
    private long _lastId;

    /// <summary>Keeps what there is to say of a delivery that was refused.</summary>
    public void Add(Delivery delivery, in DeliveryEnd end)
    {
        var http = delivery.Http;
        Add(
            (delivery.Plugin, delivery.Endpoint),
            new Place
            {
                ReceivedAt = delivery.ReceivedAt,
                Reason = end.Reason,
                Detail = end.Detail,
                Status = end.Status,
                Size = end.Bytes > 0 ? end.Bytes : http.Request.ContentLength,
                Peer = http.Connection.RemoteIpAddress,
                Explanation = delivery.Explanation,
            }
        );
    }

    public void Add((string Plugin, string Endpoint) endpoint, in Place refused)
    {
        lock (_lock)
        {
            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(_lines, endpoint, out _);
            line ??= new Line(endpoint.Plugin, endpoint.Endpoint);
            var place = Take(line);
            _places[place] = refused with { Id = ++_lastId, Next = None };
            if (line.Newest == None)
            {
                line.Oldest = place;
            }
            else
            {
                _places[line.Newest].Next = place;
            }

            line.Newest = place;
            line.Count++;
        }
    }

    public IReadOnlyList<RefusedDelivery> Read(string? plugin, string? endpoint, long? before, int size)
    {
        if (endpoint is not null && plugin is null)
        {
            throw new ArgumentException("An endpoint is one of a plugin: name the plugin as well.", nameof(endpoint));
        }

        var found = new List<RefusedDelivery>();
        lock (_lock)
        {
            foreach (var line in _lines.Values)
            {
                if ((plugin is null || plugin == line.Plugin) && (endpoint is null || endpoint == line.Endpoint))
                {
                    AddTo(found, line, before ?? long.MaxValue);
                }
            }
        }

        return [.. found.OrderByDescending(refused => refused.Id).Take(Math.Clamp(size, 1, Capacity))];
    }

    private void AddTo(List<RefusedDelivery> found, Line line, long before)
    {
        for (var at = line.Oldest; at != None && _places[at].Id < before; at = _places[at].Next)
        {
            found.Add(_places[at].ToDelivery(line.Plugin, line.Endpoint));
        }
    }

    /// <summary>A place for one more of an endpoint.</summary>
    private int Take(Line own)
    {
        if (own.Count >= PerEndpoint)
        {
            return GiveUp(own);
        }

        if (_used == Capacity)
        {
            var largest = own;
            foreach (var line in _lines.Values)
            {
                largest = line.Count > largest.Count ? line : largest;
            }

            return GiveUp(largest);
        }

        if (_used == _places.Length)
        {
            Array.Resize(ref _places, Math.Clamp(2 * _used, FirstSize, Capacity));
        }

        return _used++;
    }

    private int GiveUp(Line line)
    {
        var place = line.Oldest;
        line.Oldest = _places[place].Next;
        line.Newest = line.Oldest == None ? None : line.Newest;
        line.Count--;
        return place;
    }

    /// <summary>One refusal, and where the next one of its endpoint is.</summary>
    internal struct Place
    {
        public long Id { get; set; }

        public int Next { get; set; }

        public DateTimeOffset ReceivedAt { get; init; }

        public string? Reason { get; init; }

        public string? Detail { get; init; }

        public int Status { get; init; }

        public long? Size { get; init; }

        public IPAddress? Peer { get; init; }

        public RefusalExplanation? Explanation { get; init; }

        public readonly RefusedDelivery ToDelivery(string plugin, string endpoint) =>
            new()
            {
                Id = Id,
                ReceivedAt = ReceivedAt,
                Plugin = plugin,
                Endpoint = endpoint,
                Reason = Reason ?? "",
                Detail = Detail,
                Status = Status,
                Size = Size,
                Peer = Peer,
                Explanation = Explanation,
            };
    }

    /// <summary>The refusals of one endpoint, the oldest first.</summary>
    private sealed class Line(string plugin, string endpoint)
    {
        public string Plugin => plugin;

        public string Endpoint => endpoint;

        public int Oldest { get; set; } = None;

        public int Newest { get; set; } = None;

        public int Count { get; set; }
    }
}
