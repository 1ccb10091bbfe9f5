namespace Hooklatch;

/// <summary>A plugin at one moment.</summary>
/// <param name="Key">Its key, <c>author.module</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Status">Whether it is served.</param>
/// <param name="Error">Why it failed; <see langword="null"/> unless it did.</param>
public sealed record PluginInfo(string Key, string Name, string? Description, PluginStatus Status, Exception? Error)
{
    /// <summary>Why some of its routes are not served, each with the route's name; the others and its webhooks are.</summary>
    public IReadOnlyList<Exception> RouteErrors { get; init; } = [];
}
