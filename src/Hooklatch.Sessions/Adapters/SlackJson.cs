using System.Text.Json.Serialization;

namespace Hooklatch.Sessions.Adapters;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackText))]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(SlackUpload))]
[JsonSerializable(typeof(SlackResult))]
internal sealed partial class SlackJson : JsonSerializerContext;

// No markup: stars and underscores stay what they are.
internal sealed record SlackText(string Text, bool Mrkdwn = false);

internal sealed record SlackMessage(string Channel, string Text, bool Mrkdwn = false);

internal sealed record SlackUpload(string ChannelId, SlackFile[] Files);

internal sealed record SlackFile(string Id, string Title);

internal sealed record SlackResult(bool Ok, string? Error, string? UploadUrl, string? FileId);
