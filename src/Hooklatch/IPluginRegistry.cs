namespace Hooklatch;

/// <summary>The plugins of this host, and the switch of each. A service of the host.</summary>
public interface IPluginRegistry
{
    /// <summary>Every plugin that the host links, as it is at this moment.</summary>
    IReadOnlyList<PluginInfo> Plugins { get; }

    /// <summary>One plugin as it is at this moment, or <see langword="null"/> for a key that no plugin has.</summary>
    /// <param name="key">The plugin's key, <c>author.module</c>, exactly.</param>
    PluginInfo? Find(string key);

    /// <summary>
    /// Has a plugin served. One that failed is tried again. It stays so until <see cref="DisableAsync"/>, or until its setting
    /// <c>Plugins:{key}:Enabled</c> changes. Where the host has a store, a plugin that was disabled is enabled once that is stored, in every host of the store.
    /// </summary>
    /// <param name="key">The plugin's key, <c>author.module</c>, exactly.</param>
    /// <param name="cancellationToken">Gives up waiting, not the switch.</param>
    /// <returns>The plugin once it is enabled or has failed.</returns>
    /// <exception cref="ArgumentException">No plugin has this key.</exception>
    /// <exception cref="InboxUnavailableException">The store of the host cannot be used, and the plugin is as it was.</exception>
    Task<PluginInfo> EnableAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has a plugin answer as if it were not there, from the next request on. Where the host has a store, it stays so until <see cref="EnableAsync"/>, also after
    /// a restart, in every host of the store, and whatever its setting is changed to. Without one, it is as configured after a restart.
    /// </summary>
    /// <param name="key">The plugin's key, <c>author.module</c>, exactly.</param>
    /// <param name="cancellationToken">Gives up waiting, not the switch.</param>
    /// <returns>The plugin once it has been told.</returns>
    /// <exception cref="ArgumentException">No plugin has this key.</exception>
    /// <exception cref="InboxUnavailableException">
    /// The store of the host cannot be used. The plugin is disabled in this host, and stored as soon as the store can be used; if the host ends before, it is not.
    /// </exception>
    Task<PluginInfo> DisableAsync(string key, CancellationToken cancellationToken = default);
}
