using Hooklatch.Bodies;
using Hooklatch.Endpoints;
using Hooklatch.Verification;

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

    /// <summary>Whether anybody may send to an endpoint of the path, so that a stranger can fill it with what does not bind.</summary>
    public bool IsOpenToAll { get; } = Array.Exists(webhooks, IsUnverified);

    /// <summary>Whether nobody has verified a delivery of the path; the details are asked only where endpoints differ.</summary>
    public bool MayBeAnybodys(Func<StoredDetails?> details) =>
        Array.TrueForAll(webhooks, IsUnverified) || (details() is { } known && WebhookFor(known) is { } webhook && IsUnverified(webhook));

    /// <summary>How many may run at once: the least that an endpoint of the path allows, or <see cref="int.MaxValue"/>.</summary>
    public int Max { get; } = webhooks.Select(webhook => webhook.Concurrency).Where(max => max > 0).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>How many run. Guarded by the lock of <see cref="Slots"/>, as everything below is.</summary>
    public int Running { get; set; }

    /// <summary>Whether a person holds the deliveries.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Whether the store may hold deliveries that are ready and older than one that comes in now.</summary>
    public bool MayHaveBacklog { get; set; }

    /// <summary>How often something was stored, or made ready, that did not begin at once.</summary>
    public long Stored { get; set; }

    /// <summary>Whether the host runs the deliveries now.</summary>
    public bool IsServed => webhooks[0].Plugin.IsServed && !IsPaused && !plugin.IsPaused;

    /// <summary>How many more may run.</summary>
    public int Free => Math.Min(Max - Running, plugin.Max - plugin.Running);

    /// <summary>
    /// The endpoint that stored a delivery, and nobody else: those of one path may be verified in different ways. Where it has another name by now, the
    /// path's only one.
    /// </summary>
    /// <returns><see langword="null"/> where this version of the plugin has none that could be meant.</returns>
    public WebhookEndpoint? WebhookFor(StoredDetails details) =>
        Array.Find(webhooks, webhook => webhook.Id == details.Webhook)
        ?? (webhooks is [var only] && only.Takes(details.Method) ? only : null);

    private static bool IsUnverified(WebhookEndpoint webhook) => webhook.Sender.Verifier is NoVerifier;
}
