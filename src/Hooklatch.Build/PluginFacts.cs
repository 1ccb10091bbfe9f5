namespace Hooklatch.Build;

/// <summary>A plugin as its assembly describes it.</summary>
/// <param name="key">The plugin's key.</param>
/// <param name="webhooks">Its webhooks, in ordinal order.</param>
/// <param name="settings">Its settings, one for each configuration class.</param>
internal sealed class PluginFacts(string key, IReadOnlyList<PluginWebhook> webhooks, IReadOnlyList<PluginConfigSchema> settings)
{
    public string Key { get; } = key;

    public IReadOnlyList<PluginWebhook> Webhooks { get; } = webhooks;

    public IReadOnlyList<PluginConfigSchema> Settings { get; } = settings;

    /// <summary>The properties of a JSON schema, of all classes; of two with one name, the first.</summary>
    public JsonObject Properties => Settings.Aggregate(new JsonObject(), (all, settings) => all.AddAll(settings.Properties));

    /// <summary>The settings that must be configured.</summary>
    public IReadOnlyList<string> Required => [.. Settings.SelectMany(settings => settings.Required).Distinct(StringComparer.Ordinal)];
}
