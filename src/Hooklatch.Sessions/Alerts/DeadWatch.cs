using Hooklatch.Inbox;

namespace Hooklatch.Sessions.Alerts;

/// <summary>Knows how many deliveries and jobs of each endpoint waited for a person when that was told the last time.</summary>
internal sealed class DeadWatch
{
    /// <summary>Of how many endpoints and jobs a message speaks, so that a chat takes it.</summary>
    private const int MaxLines = 10;

    private Dictionary<(string Plugin, string Endpoint), long>? _told;
    private Dictionary<(string Plugin, string Endpoint), long> _seen = [];

    /// <summary>What has come since it was told, a sentence for each endpoint.</summary>
    public async Task<string[]> LookAsync(IInboxOperations inbox, CancellationToken cancellation)
    {
        var depths = await inbox.GetDepthAsync(cancellation);
        _seen = depths.ToDictionary(depth => (depth.Plugin, depth.Endpoint), depth => depth.Dead + depth.Quarantined);
        // What was dead before the start is no news; what is quarantined may be why it started.
        _told ??= depths.ToDictionary(depth => (depth.Plugin, depth.Endpoint), depth => depth.Dead);

        var lines = new List<string>();
        var others = 0;
        foreach (var (where, count) in _seen.OrderBy(each => each.Key))
        {
            // What a person has ended since counts no longer.
            var told = Math.Min(_told.GetValueOrDefault(where), count);
            _told[where] = told;
            if (count > told && lines.Count == MaxLines)
            {
                others++;
            }
            else if (count > told)
            {
                lines.Add(await LineAsync(inbox, where, count - told, count, cancellation));
            }
        }

        return others == 0 ? [.. lines] : [.. lines, $"There are more of {others} other endpoints and jobs."];
    }

    /// <summary>Notes that everything was told that was seen.</summary>
    public void Told() => _told = new(_seen);

    private static async Task<string> LineAsync(
        IInboxOperations inbox,
        (string Plugin, string Endpoint) where,
        long more,
        long all,
        CancellationToken cancellation
    )
    {
        var query = new InboxQuery
        {
            Plugin = where.Plugin,
            Endpoint = where.Endpoint,
            State = InboxState.Dead,
            Size = 1,
        };
        var error = (await inbox.SearchAsync(query, cancellation)).Deliveries is [{ ErrorType: { } type }, ..]
            ? $", the last with {LogText.OneLine(type)}"
            : "";
        var name = where.Endpoint.StartsWith('/') ? where.Endpoint : $" {where.Endpoint}";
        return $"{more} more of {where.Plugin}{name} will not be tried again{error}; {all} wait for a person.";
    }
}
