namespace Hooklatch.Inbox.Running;

/// <summary>How many deliveries of one plugin run in this host. Guarded by the lock of <see cref="Slots"/>.</summary>
/// <param name="max">How many may run at once.</param>
internal sealed class PluginQueue(int max)
{
    public int Max => max;

    public int Running { get; set; }

    /// <summary>Whether a person holds the deliveries of the whole plugin.</summary>
    public bool IsPaused { get; set; }
}
