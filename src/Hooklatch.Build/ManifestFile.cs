namespace Hooklatch.Build;

/// <summary>Writes the webhooks and the settings of plugins as data: <c>hooklatch.manifest.json</c>. docs/plugins.md describes it.</summary>
internal static class ManifestFile
{
    /// <summary>Grows when a reader of the last one would misread the file; a member that is added leaves it.</summary>
    public const string Version = "1";

    public static string Of(IReadOnlyList<PluginFacts> plugins) =>
        new JsonObject().Add("version", Version).Add("plugins", JsonText.Array([.. plugins.Select(Plugin)])).ToString() + "\n";

    private static string Plugin(PluginFacts plugin) =>
        new JsonObject()
            .Add("key", JsonText.String(plugin.Key))
            .Add("webhooks", JsonText.Array([.. plugin.Webhooks.Select(Webhook)]))
            .Add("settings", plugin.Properties.ToString())
            .Add("required", JsonText.Strings(plugin.Required))
            .ToString();

    private static string Webhook(PluginWebhook webhook) =>
        new JsonObject()
            .Add("endpoint", JsonText.String(webhook.Endpoint))
            .Add("path", JsonText.String(webhook.Path))
            .Add("methods", JsonText.Strings(webhook.Methods))
            .Add("events", JsonText.Strings(webhook.Events))
            .Add("queued", webhook.IsQueued ? "true" : "false")
            .Add("description", JsonText.StringOrNull(webhook.Description))
            .Add("verification", Verification(webhook))
            .ToString();

    private static string Verification(PluginWebhook webhook) =>
        new JsonObject()
            .Add("attribute", JsonText.String(webhook.Attribute))
            .Add("text", JsonText.String(webhook.Verification))
            .Add("secrets", JsonText.Strings(webhook.Secrets))
            .ToString();
}
