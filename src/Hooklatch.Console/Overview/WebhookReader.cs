using Hooklatch.Console.Activity;
using Hooklatch.Console.Trials;
using Hooklatch.Endpoints;
using Hooklatch.Management;
using Hooklatch.Verification;

namespace Hooklatch.Console.Overview;

/// <summary>Shows one webhook.</summary>
internal sealed class WebhookReader(ActivityCounters activity)
{
    /// <summary>The webhook as it is at this moment.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="url">Where senders reach the host.</param>
    /// <param name="depths">The unfinished work.</param>
    public WebhookView View(WebhookEndpoint webhook, string url, Depths depths)
    {
        var missing = MissingSettingOf(webhook);
        var obstacle = Trial.ObstacleOf(webhook);
        string[] urls = [.. webhook.OwnPaths.Prepend(webhook.Path).Select(path => url + path)];
        return new WebhookView
        {
            Plugin = webhook.Plugin.Key,
            Endpoint = webhook.Template,
            Id = webhook.Id,
            Name = webhook.Name,
            Description = webhook.Description,
            Urls = urls,
            Methods = webhook.Methods,
            Mode = webhook.Mode is WebhookMode.Queued ? "queued" : "inline",
            Verification = webhook.Sender.Verifier.Description,
            Provider = webhook.Sender.Setup?.Provider,
            State =
                webhook.Sender.Verifier is NoVerifier ? "unverified"
                : missing is null ? "ready"
                : "needsSecret",
            MissingSetting = missing,
            Events = [.. webhook.Handlers.SelectMany(handler => EventsOf(webhook, handler))],
            Handlers = [.. webhook.Handlers.Select(handler => new HandlerView { Target = handler.Target, Reads = Reading.Of(handler) })],
            Limits = Limits.Of(webhook),
            IsPaused = depths.IsPaused(webhook.Plugin.Key, webhook.Template),
            Depth = webhook.Mode is WebhookMode.Queued ? depths.Of(webhook.Plugin.Key, webhook.Template) : null,
            Activity = activity.Read(webhook.Plugin.Key, webhook.Template),
            Setup = SetupText.Of(webhook, urls[0]),
            CanTest = obstacle is null,
            WhyNotTested = obstacle,
        };
    }

    /// <summary>The full paths of what is not configured, without which nothing is verified.</summary>
    public static string? MissingSettingOf(WebhookEndpoint webhook)
    {
        var section = webhook.Plugin.Configuration.Section;
        return webhook.Sender.Verifier.MissingSecret is { } missing
            ? string.Join(", ", missing.Split(", ").Select(path => $"{section}:{path}"))
            : null;
    }

    /// <summary>Where the provider says apart what happened to an event's subject, the name ends before it.</summary>
    private static IEnumerable<EventView> EventsOf(WebhookEndpoint webhook, WebhookHandler handler)
    {
        foreach (var name in handler.Events)
        {
            var dot = name.LastIndexOf('.');
            var isSplit = dot > 0 && !name.EndsWith('*') && TakesApart(webhook, name[..dot], name[(dot + 1)..]);
            yield return new EventView
            {
                Name = isSplit ? name[..dot] : name,
                Action = isSplit ? name[(dot + 1)..] : null,
                Handler = handler.Target,
            };
        }
    }

    /// <summary>Whether the action of an event decides, in place of being ignored.</summary>
    private static bool TakesApart(WebhookEndpoint webhook, string name, string action) =>
        webhook.HandlerOf(name, action) is { } taken && taken.Events.Contains($"{name}.{action}", StringComparer.Ordinal);
}
