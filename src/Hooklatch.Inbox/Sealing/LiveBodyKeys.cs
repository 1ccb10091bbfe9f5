using Hooklatch.Configuration;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Inbox.Sealing;

/// <summary>The keys as they are now: one that is added, or made the one that seals, counts without a restart.</summary>
internal sealed class LiveBodyKeys
{
    private readonly IConfiguration _configuration;
    private readonly Action<string> _report;
    private readonly LiveValue<BodyKeys> _live;
    private volatile BodyKeys? _last;

    /// <param name="configuration">The host's configuration.</param>
    /// <param name="report">Told what is wrong with a change.</param>
    public LiveBodyKeys(IConfiguration configuration, Action<string> report)
    {
        (_configuration, _report) = (configuration, report);
        _live = new(configuration, Read);
        // Read now, so that there is something to keep at the first mistake.
        _ = Current;
    }

    public BodyKeys Current => _live.Current;

    /// <summary>A mistake in a change must neither write bodies in the open nor lose the keys of what is stored: what was right before counts.</summary>
    private BodyKeys Read()
    {
        var problems = new List<string>();
        var keys = BodyKeys.Read(_configuration.GetSection(InboxOptions.Section), problems);
        if (problems.Count > 0 && _last is { } last)
        {
            _report(string.Join("; ", problems));
            return last;
        }

        return _last = keys;
    }
}
