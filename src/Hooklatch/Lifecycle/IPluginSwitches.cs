namespace Hooklatch.Lifecycle;

/// <summary>
/// Keeps which plugins a person has disabled, so that they stay so after a restart. The package Hooklatch.Inbox has it; a host without a store has none.
/// </summary>
internal interface IPluginSwitches
{
    /// <summary>Reads which plugins are to stay disabled, before any of them is started.</summary>
    Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Has a person's word kept and applied. A plugin is disabled at once, also where the store cannot be used, and written down as soon as it can. It is
    /// enabled once that is written down.
    /// </summary>
    /// <param name="plugin">The plugin's key.</param>
    /// <param name="isDisabled">The person's word.</param>
    /// <param name="apply">Switches the plugin of this host.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task SetAsync(string plugin, bool isDisabled, Func<Task> apply, CancellationToken cancellationToken);
}
