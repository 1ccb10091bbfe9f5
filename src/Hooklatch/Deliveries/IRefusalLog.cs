namespace Hooklatch.Deliveries;

/// <summary>
/// The last deliveries that this host refused, for a console or a tool. It is a service of every host, with a store or without, and is empty after a restart.
/// </summary>
/// <remarks>
/// It holds 1,000 refusals, of one endpoint at most 250; the oldest make room, of the endpoint that has the most. Requests that reach no endpoint, because
/// the path is unknown or the plugin is not served, are not among them.
/// </remarks>
public interface IRefusalLog
{
    /// <summary>Reads refusals, newest first.</summary>
    /// <param name="plugin">The plugin's key; <see langword="null"/> for all.</param>
    /// <param name="endpoint">The endpoint as declared, together with its plugin; <see langword="null"/> for all.</param>
    /// <param name="before">Only refusals with a smaller <see cref="RefusedDelivery.Id"/>, for the next page; <see langword="null"/> for the newest.</param>
    /// <param name="size">How many at most; clamped to 1 to 1,000.</param>
    /// <returns>The refusals; fewer than <paramref name="size"/> where there are no older ones.</returns>
    /// <exception cref="ArgumentException">An endpoint is named without its plugin.</exception>
    IReadOnlyList<RefusedDelivery> Read(string? plugin = null, string? endpoint = null, long? before = null, int size = 50);
}
