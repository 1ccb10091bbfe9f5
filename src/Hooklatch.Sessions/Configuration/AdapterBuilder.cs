using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Sessions.Configuration;

/// <summary>Makes adapters of their sections. One that cannot be made concerns nobody but the sends to it.</summary>
/// <param name="registered">The host's own adapters; they take the place of configured ones.</param>
/// <param name="kinds">What sections may name; the last of a name holds.</param>
/// <param name="services">What kinds make their adapters of; none where there are no kinds.</param>
internal sealed class AdapterBuilder(IEnumerable<IChatAdapter> registered, IEnumerable<ChatKind> kinds, IServiceProvider? services)
{
    /// <summary>The kind of the host's own adapters.</summary>
    public const string OwnKind = "registered";

    private readonly IReadOnlyList<IChatAdapter> _registered = [.. registered];
    private readonly FrozenDictionary<string, ChatKind> _kinds = kinds
        .GroupBy(kind => kind.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(same => same.Key, same => same.Last(), StringComparer.OrdinalIgnoreCase);

    /// <param name="sections">The section that holds one for each adapter.</param>
    /// <param name="before">What was built of it before; what did not change is taken from there.</param>
    public Dictionary<string, ChatRoute> Build(IConfiguration sections, IReadOnlyDictionary<string, ChatRoute> before)
    {
        var routes = new Dictionary<string, ChatRoute>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in sections.GetChildren())
        {
            routes[section.Key] = Build(new ChatAdapterSettings(section), adapter: null, before);
        }

        foreach (var adapter in _registered)
        {
            routes[adapter.Name] = Build(new ChatAdapterSettings(sections.GetSection(adapter.Name)), adapter, before);
        }

        return routes;
    }

    private ChatRoute Build(ChatAdapterSettings settings, IChatAdapter? adapter, IReadOnlyDictionary<string, ChatRoute> before)
    {
        var name = adapter?.Name ?? settings.Name;
        var kind = adapter is null ? settings.Text("Kind") ?? name : OwnKind;
        if (before.GetValueOrDefault(name) is { } known && known.Settings.IsSameAs(settings))
        {
            return known;
        }

        try
        {
            return new ChatRoute(name, kind, settings, SendPolicy.From(settings), adapter ?? Create(settings, kind), Error: null);
        }
        catch (ChatException error)
        {
            return ChatRoute.Broken(name, kind, settings, error);
        }
    }

    private IChatAdapter Create(ChatAdapterSettings settings, string kind)
    {
        if (settings.Name.Contains('-', StringComparison.Ordinal))
        {
            throw settings.Unusable("a name ends before the first '-' of a chat key, so it may not hold one");
        }

        if (!_kinds.TryGetValue(kind, out var known))
        {
            throw settings.Invalid("Kind", string.Join(" | ", _kinds.Keys.Order(StringComparer.Ordinal)));
        }

        try
        {
            return known.Create(settings, services!);
        }
        catch (Exception exception) when (exception is not ChatException)
        {
            // Its message may quote a setting.
            throw settings.Unusable($"the adapter could not be built ({exception.GetType().Name})", exception);
        }
    }
}
