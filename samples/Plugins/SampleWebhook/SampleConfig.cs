namespace SampleWebhook;

/// <summary>The plugin's settings, in the section <c>Plugins:dev.sample_webhook</c>.</summary>
[PluginConfig]
public sealed class SampleConfig
{
    /// <summary>The secret that is set on the webhook's page at GitHub.</summary>
    [Secret]
    public string? GitHubWebhookSecret { get; init; }

    /// <summary>The token that an uploader of reports sends.</summary>
    [Secret]
    public string? ReportToken { get; init; }

    /// <summary>The token that whoever starts a job sends.</summary>
    [Secret]
    public string? JobToken { get; init; }

    /// <summary>The chat that is told of pushes, such as <c>onebot_v11-group_12345678</c>.</summary>
    public string? NotificationChatKey { get; init; }
}
