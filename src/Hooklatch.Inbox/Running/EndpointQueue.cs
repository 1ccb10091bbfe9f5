using Hooklatch.Bodies;
using Hooklatch.Endpoints;
using Hooklatch.Verification;

namespace Hooklatch.Inbox.Running;

/// <summary>The deliveries of one path of a plugin in this host.</summary>
/// <param name="plugin">What the plugin runs, which several paths share.</param>
/// <param name="webhooks">The queued endpoints of the path, which differ by their methods.</param>
/// <param name="share">What a run's copies of its body are charged to.</param>
/// <param name="run">Runs a delivery.</param>
internal sealed class EndpointQueue(PluginQueue plugin, WebhookEndpoint[] webhooks, BodyBudget.Share share, DeliveryRun run)
    : WorkQueue(plugin, webhooks[0].Plugin, webhooks[0].Template, MaxOf(webhooks), share)
{
    /// <summary>Whether anybody may send to an endpoint of the path, so that a stranger can fill it with what does not bind.</summary>
    public bool IsOpenToAll { get; } = Array.Exists(webhooks, IsUnverified);

    /// <summary>Whether nobody has verified a delivery of the path; the details are asked only where endpoints differ.</summary>
    public bool MayBeAnybodys(Func<StoredDetails?> details) =>
        Array.TrueForAll(webhooks, IsUnverified) || (details() is { } known && WebhookFor(known) is { } webhook && IsUnverified(webhook));

    /// <summary>
    /// The endpoint that stored a delivery, and nobody else: those of one path may be verified in different ways. Where it has another name by now, the
    /// path's only one.
    /// </summary>
    /// <returns><see langword="null"/> where this version of the plugin has none that could be meant.</returns>
    public WebhookEndpoint? WebhookFor(StoredDetails details) =>
        Array.Find(webhooks, webhook => webhook.Id == details.Webhook)
        ?? (webhooks is [var only] && only.Takes(details.Method) ? only : null);

    public override Task<InboxResult> RunAsync(InboxWork work, InboxItem item, RunEnding ending) => run.RunAsync(this, work, item, ending);

    /// <summary>The least that an endpoint of the path allows.</summary>
    private static int MaxOf(WebhookEndpoint[] webhooks) =>
        webhooks.Select(webhook => webhook.Concurrency).Where(max => max > 0).DefaultIfEmpty(int.MaxValue).Min();

    private static bool IsUnverified(WebhookEndpoint webhook) => webhook.Sender.Verifier is NoVerifier;
}
