using Hooklatch.Configuration;

namespace Hooklatch.Sessions.Configuration;

/// <summary>
/// The keys of the adapters: what each asked for while it was made. One that could not be made may not have asked for all, and a host's own
/// may read its section by itself.
/// </summary>
internal sealed class ChatKeys(AdapterCatalog catalog) : IConfigurationKeySource
{
    private static readonly string Sessions = ChatAdapterSettings.Section.Split(':')[^1];

    public void AddTo(ConfigurationKeys keys)
    {
        var sessions = keys.Add(Sessions);
        foreach (var (name, route) in catalog.Reread())
        {
            var adapter = sessions.Add(name);
            adapter.MayHoldMore = route.Error is not null || route.Kind == AdapterBuilder.OwnKind;
            foreach (var (key, isArray) in route.Settings.Keys)
            {
                adapter.Add(key).HoldsEntries = isArray;
            }
        }
    }
}
