using System.Text.Json.Serialization;

namespace Hooklatch.Sessions.Adapters;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(OneBotCall))]
[JsonSerializable(typeof(OneBotResult))]
internal sealed partial class OneBotJson : JsonSerializerContext;

internal sealed record OneBotCall
{
    public long? GroupId { get; init; }

    public long? UserId { get; init; }

    public OneBotSegment[]? Message { get; init; }

    public string? File { get; init; }

    public string? Name { get; init; }
}

internal sealed record OneBotSegment(string Type, OneBotData Data);

internal sealed record OneBotData
{
    public string? Text { get; init; }

    public string? File { get; init; }
}

internal sealed record OneBotResult(string? Status, int Retcode, string? Message, string? Wording);
