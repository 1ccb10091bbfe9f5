using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Sessions.Configuration;

/// <summary>
/// The adapters of this moment. A change of the configuration is seen by the next send, so a token that is removed is not used again; an
/// adapter whose own section did not change stays as it is.
/// </summary>
internal sealed partial class AdapterCatalog : IDisposable
{
    private readonly IConfiguration _sections;
    private readonly AdapterBuilder _builder;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;
    private readonly Lock _refreshing = new();
    private volatile Snapshot _current = Snapshot.None;
    private int _version;

    public AdapterCatalog(IConfiguration configuration, AdapterBuilder builder, ILogger<AdapterCatalog> logger)
    {
        _sections = configuration.GetSection(ChatAdapterSettings.Section);
        _builder = builder;
        _logger = logger;
        _subscription = ChangeToken.OnChange(configuration.GetReloadToken, () => Interlocked.Increment(ref _version));
    }

    /// <summary>The adapters by name, in any case.</summary>
    public FrozenDictionary<string, ChatRoute> Current =>
        (_current is var current && current.Version == Volatile.Read(ref _version) ? current : Refresh()).Routes;

    public static AdapterCatalog Of(IChatAdapter adapter) =>
        new(new ConfigurationBuilder().Build(), new AdapterBuilder([adapter], [], services: null), NullLogger<AdapterCatalog>.Instance);

    /// <summary>The adapters of what is configured now, also before the change has been noticed here.</summary>
    public FrozenDictionary<string, ChatRoute> Reread()
    {
        Interlocked.Increment(ref _version);
        return Current;
    }

    public void Dispose() => _subscription.Dispose();

    private Snapshot Refresh()
    {
        lock (_refreshing)
        {
            // The version is read first: a change in between makes this snapshot out of date, never wrongly current.
            var version = Volatile.Read(ref _version);
            if (_current.Version != version)
            {
                var before = _current.Routes;
                var routes = _builder.Build(_sections, before).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
                foreach (var (name, route) in routes.Where(route => before.GetValueOrDefault(route.Key) != route.Value))
                {
                    Report(name, route);
                }

                _current = new Snapshot(version, routes);
            }

            return _current;
        }
    }

    private void Report(string name, ChatRoute route)
    {
        if (route.Error is { } error)
        {
            LogBroken(_logger, name, error.Message);
        }
        else
        {
            LogAdapter(_logger, name, route.Kind);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "ChatAdapter", Level = LogLevel.Information, Message = "Chat adapter {Name} ({Kind})")]
    private static partial void LogAdapter(ILogger logger, string name, string kind);

    [LoggerMessage(
        EventId = 2,
        EventName = "ChatAdapterBroken",
        Level = LogLevel.Error,
        Message = "Nothing can be sent through the chat adapter {Name}: {Reason}"
    )]
    private static partial void LogBroken(ILogger logger, string name, string reason);

    private sealed record Snapshot(int Version, FrozenDictionary<string, ChatRoute> Routes)
    {
        public static readonly Snapshot None = new(Version: -1, FrozenDictionary<string, ChatRoute>.Empty);
    }
}
