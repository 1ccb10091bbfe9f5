using Hooklatch.Endpoints;

namespace Hooklatch.Console.Trials;

/// <summary>The event of a test.</summary>
/// <param name="Full">The event as a handler names it: <c>issues.opened</c>.</param>
/// <param name="Name">The event as the provider names it: <c>issues</c>.</param>
/// <param name="Action">What happened to its subject, where the provider says so apart: <c>opened</c>.</param>
internal sealed record EventNames(string? Full, string? Name, string? Action)
{
    /// <summary>The event that is asked for, else the first that a handler takes.</summary>
    public static EventNames Of(WebhookEndpoint webhook, string? asked)
    {
        var full = asked ?? webhook.Handlers.SelectMany(handler => handler.Events).FirstOrDefault(name => !name.EndsWith('*'));
        full ??= webhook.Handlers.SelectMany(handler => handler.Events).Select(Beginning).FirstOrDefault(name => name.Length > 0);
        var dot = full?.LastIndexOf('.') ?? -1;
        return
            dot > 0
            && webhook.Sender.EventHeader is not null
            && webhook.HandlerOf(full![..dot], full[(dot + 1)..]) is { } handler
            && (handler.Events.Contains(full, StringComparer.Ordinal) || webhook.HandlerOf(full, null) is null)
            ? new EventNames(full, full[..dot], full[(dot + 1)..])
            : new EventNames(full, full, null);
    }

    /// <summary>An event that begins as a handler wants it: <c>invoice.sample</c> for <c>invoice.*</c>.</summary>
    private static string Beginning(string pattern) => pattern.EndsWith(".*", StringComparison.Ordinal) ? pattern[..^1] + "sample" : "";
}
