using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>A body of many shapes.</summary>
public sealed record Payload(
    string Name,
    int Count,
    Color Color,
    double? Ratio,
    Guid? Id,
    DateTimeOffset? At,
    int[]? Numbers,
    Dictionary<string, string>? Labels,
    Payload? Inner
);

/// <summary>A body whose members must all be sent.</summary>
public sealed class Strict
{
    public required string Name { get; init; }

    [JsonRequired]
    public int Count { get; init; }
}

[JsonSerializable(typeof(Payload))]
[JsonSerializable(typeof(Strict))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(decimal?))]
internal sealed partial class BindingJson : JsonSerializerContext;

/// <summary>JSON bodies, with and without the attribute.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class JsonEndpoints
{
    [Webhook("/json/payload")]
    public static Task<string> Implicit(Payload payload) => Of(payload);

    [Webhook("/json/explicit")]
    public static Task<string> Explicit([FromBody] Payload payload) => Of(payload);

    [Webhook("/json/optional")]
    public static Task<string> Optional(Payload? payload) => Of(payload);

    [Webhook("/json/strict")]
    public static Task<string> Required(Strict payload) => Of(payload);

    [Webhook("/json/list")]
    public static Task<string> List([FromBody] List<int> numbers) => Of(numbers);

    [Webhook("/json/dictionary")]
    public static Task<string> Dictionary([FromBody] Dictionary<string, JsonElement> members) => Of(members);

    [Webhook("/json/int")]
    public static Task<string> Int([FromBody] int number) => Of(number);

    [Webhook("/json/maybe")]
    public static Task<string> Maybe([FromBody] decimal? number) => Of(number);

    [Webhook("/json/text")]
    public static Task<string> Text([FromBody] string text) => Of(text);

    [Webhook("/json/element")]
    public static Task<string> Element([FromBody] JsonElement element) => Of(element);

    [Webhook("/json/node")]
    public static Task<string> Node([FromBody] JsonNode node) => Of(node);

    [Webhook("/json/object")]
    public static Task<string> Object([FromBody] JsonObject members) => Of(members);

    [Webhook("/json/array")]
    public static Task<string> Array([FromBody] JsonArray items) => Of(items);
}
