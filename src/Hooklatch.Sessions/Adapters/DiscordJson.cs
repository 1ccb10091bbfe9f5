using System.Text.Json.Serialization;

namespace Hooklatch.Sessions.Adapters;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(DiscordResult))]
internal sealed partial class DiscordJson : JsonSerializerContext;

internal sealed record DiscordMessage(string? Content, DiscordMentions AllowedMentions);

/// <param name="Parse">The kinds of mentions that Discord looks for in the text.</param>
internal sealed record DiscordMentions(string[] Parse)
{
    public static DiscordMentions None { get; } = new([]);
}

internal sealed record DiscordResult(string? Message, double? RetryAfter);
