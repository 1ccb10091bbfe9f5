using Hooklatch.Bodies;
using Hooklatch.Endpoints;

namespace Hooklatch.Inbox.Running;

/// <summary>The deliveries of one path of a plugin in this host: which endpoints take them, and how many run.</summary>
/// <param name="plugin">The plugin, which several paths share.</param>
/// <param name="webhooks">The queued endpoints of the path, which differ by their methods.</param>
/// <param name="share">What a run's copies of its body are charged to.</param>
internal sealed class EndpointQueue(PluginQueue plugin, WebhookEndpoint[] webhooks, BodyBudget.Share share)
{
    public PluginQueue Plugin => plugin;

    public string PluginKey => webhooks[0].Plugin.Key;

    public string Endpoint => webhooks[0].Template;

    public BodyBudget.Share Share => share;

    /// <summary>How many may run at once: the least that an endpoint of the path allows, or <see cref="int.MaxValue"/>.</summary>
    public int Max { get; } = webhooks.Select(webhook => webhook.Concurrency).Where(max => max > 0).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>How many run. Guarded by the lock of <see cref="Slots"/>, as everything below is.</summary>
    public int Running { get; set; }

    /// <summary>Whether a person holds the deliveries.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Whether the store may hold deliveries that are ready and older than one that comes in now.</summary>
    public bool MayHaveBacklog { get; set; } = true;

    /// <summary>Whether the host runs the deliveries now.</summary>
    public bool IsServed => webhooks[0].Plugin.IsServed && !IsPaused && !plugin.IsPaused;

    /// <summary>How many more may run.</summary>
    public int Free => Math.Min(Max - Running, plugin.Max - plugin.Running);

    /// <summary>The endpoint that takes the method; <see langword="null"/> where this version of the plugin has none.</summary>
    public WebhookEndpoint? WebhookFor(string method) => Array.Find(webhooks, webhook => webhook.Takes(method));
}
