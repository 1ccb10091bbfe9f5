using System.Text.Json.Serialization;

namespace SampleWebhook;

/// <summary>The task that a caller asks for, as it is stored until it runs.</summary>
public sealed record BackgroundTask(
    [property: JsonPropertyName("task_id")] string TaskId,
    [property: JsonPropertyName("notify_chat_key")] string NotifyChatKey
);
