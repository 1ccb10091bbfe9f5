using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>Switches plugins on and off, and has webhooks hold what they accept.</summary>
internal static class PluginsApi
{
    /// <summary>Maps the area.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var role = new RequiredRole(ConsoleRole.Operate);
        api.MapPost("/enable", http => SwitchAsync(http, isEnabled: true)).WithMetadata(role);
        api.MapPost("/disable", http => SwitchAsync(http, isEnabled: false)).WithMetadata(role);
        api.MapPost("/pause", http => HoldAsync(http, isPaused: true)).WithMetadata(role);
        api.MapPost("/resume", http => HoldAsync(http, isPaused: false)).WithMetadata(role);
    }

    private static async Task SwitchAsync(HttpContext http, bool isEnabled)
    {
        if (await FindAsync(http) is not { } plugin)
        {
            return;
        }

        await NoteAsync(http, isEnabled ? "enable" : "disable", plugin.Key);
        // A host that stops or a browser that leaves does not take back what was decided and noted.
        var registry = http.RequestServices.GetRequiredService<IPluginRegistry>();
        try
        {
            plugin = isEnabled
                ? await registry.EnableAsync(plugin.Key, CancellationToken.None)
                : await registry.DisableAsync(plugin.Key, CancellationToken.None);
        }
        catch (InboxUnavailableException)
        {
            await UnavailableAsync(http);
            return;
        }

        await AnswerAsync(http, plugin.Status is PluginStatus.Enabled == isEnabled, Sentence(plugin, isEnabled));
    }

    private static string Sentence(PluginInfo plugin, bool isEnabled) =>
        plugin.Status switch
        {
            PluginStatus.Enabled when isEnabled => $"{plugin.Name} is enabled: its webhooks accept deliveries.",
            PluginStatus.Starting => $"{plugin.Name} is starting. Its webhooks accept deliveries once it is ready.",
            PluginStatus.Failed when isEnabled => $"{plugin.Name} could not be enabled. The overview and the log say why.",
            _ when isEnabled => $"{plugin.Name} is not enabled: somebody has disabled it meanwhile.",
            PluginStatus.Disabled or PluginStatus.Failed => $"{plugin.Name} is disabled: its webhooks are not served.",
            _ => $"{plugin.Name} is not disabled: somebody has enabled it meanwhile.",
        };

    private static async Task HoldAsync(HttpContext http, bool isPaused)
    {
        if (await FindAsync(http) is not { } plugin)
        {
            return;
        }

        var endpoint = ApiAnswer.Query(http, "endpoint");
        var registry = http.RequestServices.GetRequiredService<Lifecycle.PluginRegistry>();
        var state = registry.States.Single(one => one.Scope.Key == plugin.Key);
        if (endpoint is not null && !state.Webhooks.Any(one => one.Template == endpoint) && !state.Jobs.Any(job => job.Name == endpoint))
        {
            await ApiAnswer.WriteProblemAsync(http, StatusCodes.Status404NotFound, "The plugin has no such webhook or job.");
            return;
        }

        if (http.RequestServices.GetService<IInboxOperations>() is not { } inbox)
        {
            await ApiAnswer.WriteProblemAsync(
                http,
                StatusCodes.Status409Conflict,
                "The host has no store in which deliveries could be held.",
                "Reference the package Hooklatch.Sqlite or Hooklatch.Postgres, and queue the webhook. Until then, disable the plugin."
            );
            return;
        }

        if (endpoint is not null && state.Webhooks.Any(one => one.Template == endpoint && one.Mode is WebhookMode.Inline))
        {
            await ApiAnswer.WriteProblemAsync(
                http,
                StatusCodes.Status409Conflict,
                "The handler of this webhook runs while its sender waits, so there is nothing to hold.",
                "Queue the webhook (Mode = WebhookMode.Queued), or disable the plugin."
            );
            return;
        }

        await NoteAsync(http, isPaused ? "pause" : "resume", plugin.Key + endpoint);
        try
        {
            await (
                isPaused
                    ? inbox.PauseAsync(plugin.Key, endpoint, CancellationToken.None)
                    : inbox.ResumeAsync(plugin.Key, endpoint, CancellationToken.None)
            );
        }
        catch (InboxUnavailableException)
        {
            await UnavailableAsync(http);
            return;
        }

        var what = endpoint is null ? $"all of {plugin.Name}" : $"{plugin.Name}, {endpoint}";
        await AnswerAsync(
            http,
            true,
            isPaused
                ? $"Paused {what}: deliveries are verified, stored and answered, and wait until it is resumed."
                : $"Resumed {what}: what was held runs now."
        );
    }

    /// <summary>The plugin that the query names; answers 400 or 404 where there is none.</summary>
    private static async Task<PluginInfo?> FindAsync(HttpContext http)
    {
        if (ApiAnswer.Query(http, "plugin") is not { } key)
        {
            await ApiAnswer.WriteProblemAsync(
                http,
                StatusCodes.Status400BadRequest,
                "The plugin is not named.",
                "Name it: ?plugin=acme.shop."
            );
            return null;
        }

        if (http.RequestServices.GetRequiredService<IPluginRegistry>().Find(key) is { } plugin)
        {
            return plugin;
        }

        await ApiAnswer.WriteProblemAsync(http, StatusCodes.Status404NotFound, "This host has no such plugin.");
        return null;
    }

    private static ValueTask NoteAsync(HttpContext http, string action, string target) =>
        http.RequestServices.GetRequiredService<AuditLog>().WriteAsync(http.Caller(), action, target, detail: null, http.RequestAborted);

    private static Task UnavailableAsync(HttpContext http) =>
        ApiAnswer.WriteProblemAsync(
            http,
            StatusCodes.Status503ServiceUnavailable,
            "The store cannot be used at the moment.",
            "The log says why. Try again once it can."
        );

    private static Task AnswerAsync(HttpContext http, bool isDone, string message) =>
        ApiAnswer.WriteAsync(http, new ActionResult { Done = isDone, Message = message }, ManagementJson.Default.ActionResult);
}
