namespace Example;

/// <summary>The settings of the plugin: the section <c>Plugins:hook_author.hook_module</c>.</summary>
[PluginConfig]
internal sealed class HooksConfig
{
    /// <summary>The secret with which HookProvider signs.</summary>
    [Secret]
    public string? WebhookSecret { get; init; }

    /// <summary>What the answer begins with.</summary>
    public string Greeting { get; init; } = "Thank you,";
}
