using System.Text.Json.Serialization;

namespace Hooklatch.Sessions.Adapters;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TelegramMessage))]
[JsonSerializable(typeof(TelegramResult))]
internal sealed partial class TelegramJson : JsonSerializerContext;

// Telegram reads an id that comes as text as the number that it is.
internal sealed record TelegramMessage(string ChatId, string Text);

internal sealed record TelegramResult(bool Ok, string? Description, TelegramParameters? Parameters);

internal sealed record TelegramParameters(double? RetryAfter);
