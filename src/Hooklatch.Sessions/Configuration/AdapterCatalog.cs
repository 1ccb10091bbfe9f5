using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Sessions.Configuration;

/// <summary>
/// The adapters of this moment. A change of the configuration is seen by the next send, so a token that is removed is not used again. A
/// section that cannot be used concerns nobody but the sends to it.
/// </summary>
internal sealed partial class AdapterCatalog : IDisposable
{
    private readonly IConfiguration _configuration;
    private readonly IReadOnlyList<IChatAdapter> _registered;
    private readonly FrozenDictionary<string, ChatKind> _kinds;
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;
    private readonly Lock _refreshing = new();
    private volatile Snapshot? _current;
    private int _version;

    public AdapterCatalog(
        IConfiguration configuration,
        IEnumerable<IChatAdapter> registered,
        IEnumerable<ChatKind> kinds,
        IServiceProvider services,
        ILogger<AdapterCatalog> logger
    )
    {
        _configuration = configuration;
        _registered = [.. registered];
        _kinds = kinds
            .GroupBy(kind => kind.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(same => same.Key, same => same.Last(), StringComparer.OrdinalIgnoreCase);
        _services = services;
        _logger = logger;
        _subscription = ChangeToken.OnChange(configuration.GetReloadToken, () => Interlocked.Increment(ref _version));
    }

    public FrozenDictionary<string, ChatRoute> Current =>
        (_current is { } current && current.Version == Volatile.Read(ref _version) ? current : Refresh()).Routes;

    public static AdapterCatalog Of(IChatAdapter adapter) =>
        new(new ConfigurationBuilder().Build(), [adapter], [], NoServices.Instance, NullLogger<AdapterCatalog>.Instance);

    public void Dispose() => _subscription.Dispose();

    private Snapshot Refresh()
    {
        lock (_refreshing)
        {
            // The version is read first: a change in between makes this snapshot out of date, never wrongly current.
            var version = Volatile.Read(ref _version);
            if (_current is { } current && current.Version == version)
            {
                return current;
            }

            var routes = Build();
            foreach (var route in routes.Values)
            {
                Report(route);
            }

            return _current = new Snapshot(version, routes);
        }
    }

    private FrozenDictionary<string, ChatRoute> Build()
    {
        var routes = new Dictionary<string, ChatRoute>(StringComparer.OrdinalIgnoreCase);
        var sections = _configuration.GetSection(ChatAdapterSettings.Section);
        foreach (var section in sections.GetChildren())
        {
            routes[section.Key] = Configured(section);
        }

        foreach (var adapter in _registered)
        {
            routes[adapter.Name] = Registered(adapter, sections.GetSection(adapter.Name));
        }

        return routes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private ChatRoute Configured(IConfigurationSection section)
    {
        var settings = new ChatAdapterSettings(section);
        var kind = settings.Text("Kind") ?? section.Key;
        try
        {
            return section.Key.Contains('-', StringComparison.Ordinal)
                    ? throw new ChatException(
                        ChatFailure.NotConfigured,
                        $"{section.Path}: the name of an adapter ends before the first '-' of a chat key, so it may not hold one."
                    )
                : _kinds.TryGetValue(kind, out var known)
                    ? ChatRoute.To(section.Key, known.Name, known.Create(settings, _services), ChatRules.From(settings))
                : throw settings.Invalid("Kind", string.Join(" | ", _kinds.Keys.Order(StringComparer.Ordinal)));
        }
        catch (ChatException error)
        {
            return ChatRoute.Broken(section.Key, kind, error);
        }
#pragma warning disable CA1031 // The boundary: a kind of the host's own that fails to build one adapter does not take the others with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Its message may quote a setting.
            var reason = $"{section.Path}: the adapter could not be built ({exception.GetType().Name}).";
            return ChatRoute.Broken(section.Key, kind, new ChatException(ChatFailure.NotConfigured, reason, exception));
        }
    }

    private static ChatRoute Registered(IChatAdapter adapter, IConfigurationSection section)
    {
        const string kind = "registered";
        try
        {
            return ChatRoute.To(adapter.Name, kind, adapter, ChatRules.From(new ChatAdapterSettings(section)));
        }
        catch (ChatException error)
        {
            return ChatRoute.Broken(adapter.Name, kind, error);
        }
    }

    private void Report(ChatRoute route)
    {
        if (route.Error is { } error)
        {
            LogBroken(_logger, route.Name, error.Message);
        }
        else
        {
            LogAdapter(_logger, route.Name, route.Kind);
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

    private sealed record Snapshot(int Version, FrozenDictionary<string, ChatRoute> Routes);

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
