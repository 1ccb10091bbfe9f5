using System.Text.Json;
using Hooklatch.Fuzz.Handlers;

namespace Hooklatch.Fuzz.Targets;

/// <summary>What the paths of <see cref="PushHook"/> mean, written the slow and obvious way over a <see cref="JsonElement"/>.</summary>
internal sealed class PushOracle
{
    private readonly HashSet<string> _wrong = [];

    /// <summary>The push as text, or the paths that are wrong; null if a value is half a surrogate pair.</summary>
    public static string? Read(JsonElement root)
    {
        var oracle = new PushOracle();
        try
        {
            var push = oracle.ReadPush(root);
            return oracle._wrong.Count == 0 ? Describe(push) : Describe(oracle._wrong);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string Describe(Push push) => JsonSerializer.Serialize(push, FuzzJson.Default.Push);

    public static string Describe(IEnumerable<string> wrong) => $"wrong: {string.Join(", ", wrong.Order(StringComparer.Ordinal))}";

    private Push ReadPush(JsonElement root)
    {
        var repository = Member(root, "repository");
        var first = Member(root, "commits") is { ValueKind: JsonValueKind.Array } commits
            ? commits.EnumerateArray().FirstOrDefault()
            : default;
        return new Push(
            Required("ref", Member(root, "ref"), Text)!,
            Optional("repository.full_name", Member(repository, "full_name"), Text),
            Optional("repository.id", Member(repository, "id"), Number),
            Optional("forced", Member(root, "forced"), Flag) ?? false,
            Optional(
                "head_commit.timestamp|commits[0].timestamp",
                OneOf(Member(Member(root, "head_commit"), "timestamp"), Member(first, "timestamp")),
                Time
            ),
            Optional("commits[0].author.name", Member(Member(first, "author"), "name"), Text),
            Each("commits[*].message", Member(root, "commits"), commit => Required("commits[*].message", Member(commit, "message"), Text)!),
            Each(
                "commits[*].added[*]",
                Member(root, "commits"),
                commit => Each("commits[*].added[*]", Member(commit, "added"), file => Required("commits[*].added[*]", file, Text)!)
            )
        );
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement OneOf(JsonElement value, JsonElement otherwise) => IsPresent(value) ? value : otherwise;

    private static bool IsPresent(JsonElement value) => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static bool? Flag(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static DateTimeOffset? Time(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;

    private T[] Each<T>(string path, JsonElement array, Func<JsonElement, T> read) =>
        array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray().Select(read)]
        : IsPresent(array) ? Wrong<T[]>(path) ?? []
        : [];

    private T? Required<T>(string path, JsonElement value, Func<JsonElement, T?> read) => read(value) ?? Wrong<T>(path);

    private T? Optional<T>(string path, JsonElement value, Func<JsonElement, T?> read) =>
        IsPresent(value) ? Required(path, value, read) : default;

    private T? Wrong<T>(string path)
    {
        _wrong.Add(path);
        return default;
    }
}
