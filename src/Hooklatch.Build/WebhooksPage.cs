using System.Text;

namespace Hooklatch.Build;

/// <summary>Writes the webhooks and the settings of plugins as a page for people: <c>WEBHOOKS.md</c>.</summary>
internal static class WebhooksPage
{
    public static string Of(IReadOnlyList<PluginFacts> plugins)
    {
        var page = new StringBuilder("<!-- Written by the build of Hooklatch. -->\n\n# Webhooks\n");
        foreach (var plugin in plugins)
        {
            page.Append("\n## ").Append(Markdown.Text(plugin.Key)).Append('\n');
            AppendWebhooks(page, plugin.Webhooks);
            AppendSettings(page, plugin);
        }

        return page.ToString();
    }

    private static void AppendWebhooks(StringBuilder page, IReadOnlyList<PluginWebhook> webhooks)
    {
        if (webhooks.Count == 0)
        {
            page.Append("\nThe plugin has no webhooks.\n");
            return;
        }

        page.Append("\nA host that configures no other `Hooklatch:Prefix` serves:\n\n")
            .Append("| methods | path | verified by | events | receives |\n")
            .Append("|---|---|---|---|---|\n");
        foreach (var webhook in webhooks)
        {
            Row(
                page,
                webhook.Methods.Count == 0 ? "every" : string.Join(", ", webhook.Methods.Select(Markdown.Code)),
                Markdown.Code(webhook.Path),
                Verification(webhook),
                webhook.Events.Count == 0 ? "all" : string.Join(", ", webhook.Events.Select(Markdown.Code)),
                string.Join(" ", new[] { Described(webhook), webhook.IsQueued ? "Stored first, and run after the answer." : "" }).Trim()
            );
        }
    }

    private static string Verification(PluginWebhook webhook) =>
        $"{Markdown.Code($"[{webhook.Attribute}]")}: {Markdown.Text(webhook.Verification)}"
        + (webhook.Secrets.Count == 0 ? "" : $", by {string.Join(", ", webhook.Secrets.Select(Markdown.Code))}");

    private static string Described(PluginWebhook webhook) => webhook.Description is { } description ? Markdown.Text(description) : "";

    private static void AppendSettings(StringBuilder page, PluginFacts plugin)
    {
        var rows = SettingRows.Of(plugin);
        if (rows.Count == 0)
        {
            return;
        }

        page.Append("\nSettings, below ")
            .Append(Markdown.Code($"Plugins:{plugin.Key}"))
            .Append(":\n\n| setting | type | default | is |\n|---|---|---|---|\n");
        foreach (var row in rows)
        {
            var marks = string.Join(", ", new[] { row.IsRequired ? "required" : "", row.IsSecret ? "secret" : "" }.Where(HasText));
            Row(
                page,
                Markdown.Code(row.Name),
                Markdown.Text(row.Type),
                Markdown.Code(row.Default ?? ""),
                string.Join(". ", new[] { marks, Markdown.Text(row.Description ?? "") }.Where(HasText))
            );
        }
    }

    private static void Row(StringBuilder page, params string[] cells) =>
        page.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private static bool HasText(string text) => text.Length > 0;
}
