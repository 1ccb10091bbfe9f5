using System.CommandLine;
using System.Globalization;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Commands;

/// <summary><c>list</c>: the plugins of a host, and their webhooks.</summary>
internal sealed class ListCommand(Surroundings here) : HostCommand(here, "list", "List the webhooks of a running host.")
{
    protected override async Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation)
    {
        var overview = await host.GetAsync(new HostQuery("overview"), ManagementJson.Default.Overview, cancellation);
        var table = new Table("PLUGIN", "ENDPOINT", "PROVIDER", "MODE", "STATE", "OK", "REFUSED", "FAILED");
        foreach (var plugin in overview.Plugins)
        {
            foreach (var webhook in plugin.Webhooks)
            {
                output.Json(webhook, ManagementJson.Default.WebhookView);
                var (state, color) = StateOf(plugin, webhook);
                table.Add(
                    color,
                    plugin.Key,
                    webhook.Endpoint,
                    webhook.Provider ?? "-",
                    webhook.Mode,
                    state,
                    Sum(webhook.Activity.Accepted),
                    Sum(webhook.Activity.Refused),
                    Sum(webhook.Activity.Failed)
                );
            }
        }

        output.Table(table);
        foreach (var plugin in overview.Plugins.Where(plugin => plugin.Error is not null))
        {
            output.Line($"{plugin.Key}: {plugin.Error}", Color.Red);
        }

        return ExitCode.Done;
    }

    private static (string State, Color Color) StateOf(PluginView plugin, WebhookView webhook) =>
        plugin.Status != "enabled" ? (plugin.Status, Color.Red)
        : plugin.IsPaused || webhook.IsPaused ? ("paused", Color.Yellow)
        : webhook.State == "ready" ? ("ready", Color.None)
        : (webhook.State == "needsSecret" ? "no secret" : webhook.State, Color.Yellow);

    private static string Sum(IEnumerable<int> counts) => counts.Sum(count => (long)count).ToString(CultureInfo.InvariantCulture);
}
