namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>The types that authors write: those that we read, those that we do not, and what may stand around them.</summary>
internal static class DeclaredType
{
    /// <summary>What is declared for <see cref="Names"/>.</summary>
    public const string Sources = """
        namespace Types
        {
            public sealed record Own(int Number)
            {
                public static bool TryParse(string text, [NotNullWhen(true)] out Own? own)
                {
                    own = new Own(text.Length);
                    return true;
                }
            }

            public readonly record struct @event(int Number)
            {
                public static bool TryParse(string? text, IFormatProvider? provider, out @event value)
                {
                    value = new @event(text?.Length ?? 0);
                    return true;
                }
            }

            public sealed record Held<T>(int Number)
            {
                public static bool TryParse(string text, [NotNullWhen(true)] out Held<T>? held)
                {
                    held = new Held<T>(text.Length);
                    return true;
                }
            }

            public readonly record struct Parsed<T>(int Number) : IParsable<Parsed<T>>
            {
                public static Parsed<T> Parse(string text, IFormatProvider? provider) => new(text.Length);

                public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Parsed<T> parsed)
                {
                    parsed = new Parsed<T>(text?.Length ?? 0);
                    return true;
                }
            }

            public sealed record Bound<T>(int Number)
            {
                public static ValueTask<Bound<T>?> BindAsync(HttpContext context) => new(new Bound<T>(context.Request.Path.Value?.Length ?? 0));
            }

            public static class Outer<T> { public enum Level { Low, High } }

            public sealed class Item { public string? Name { get; set; } public required int Count { get; init; } }

            public readonly record struct Point(int X, int Y = 1);

            public sealed class Page<T> { [MinLength(1)] public List<T>? Values { get; init; } }

            public interface IStore<T>;
        }
        """;

    /// <summary>Types, none of which may be null.</summary>
    public static string[] Names { get; } =
    [
        "string",
        "int",
        "DayOfWeek",
        "DateTime",
        "Uri",
        "IPAddress",
        "StringValues",
        "Types.Own",
        "Types.@event",
        "Types.Held<string?>",
        "Types.Parsed<string?>",
        "Types.Bound<string?>",
        "Types.Outer<string?>.Level",
        "Types.Item",
        "Types.Point",
        "Types.Page<string?>",
        "Types.IStore<string?>",
        "IFormFile",
        "JsonElement",
        "JsonObject",
        "ReadOnlyMemory<byte>",
        "object",
        "(int, string?)",
    ];

    private static readonly string[] Around =
    [
        "{0}",
        "{0}?",
        "{0}[]",
        "{0}?[]?",
        "List<{0}>",
        "List<{0}?>?",
        "IReadOnlyList<{0}?>",
        "IEnumerable<{0}>?",
        "Dictionary<string, {0}?>",
    ];

    /// <summary>One of each kind, which stand in all that may stand around a type; of the others their kind says it.</summary>
    private static readonly string[] Kinds =
    [
        "string",
        "int",
        "Uri",
        "Types.Held<string?>",
        "Types.Parsed<string?>",
        "Types.Outer<string?>.Level",
        "Types.Item",
        "Types.Point",
        "IFormFile",
    ];

    /// <summary>All of them, with all that stands around them.</summary>
    public static IEnumerable<string> All =>
        Names.SelectMany(name => Around.Take(Kinds.Contains(name) ? Around.Length : 2).Select(around => string.Format(null, around, name)));
}
