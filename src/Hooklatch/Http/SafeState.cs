using System.Collections;

namespace Hooklatch.Http;

/// <summary>The values of an entry of a log, and its text, each as one line.</summary>
internal sealed class SafeState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _values;
    private readonly string _text;

    public SafeState(object? state, string? text)
    {
        _text = LogText.OneLine(text);
        _values = state is IEnumerable<KeyValuePair<string, object?>> values
            ? [.. values.Select(value => KeyValuePair.Create(value.Key, Safe(value.Value)))]
            : [];
    }

    public int Count => _values.Length;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    public override string ToString() => _text;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether an entry has nothing to change. Its text is made only where its values do not say so.</summary>
    public static bool IsSafe(object? state, Func<string?> text)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            // A dictionary, as scopes often are, says nothing of its values in its text.
            var isSafe =
                state is not IEnumerable<KeyValuePair<string, object?>> pairs
                || pairs.All(pair => IsSafe(pair.Value as string ?? pair.Value?.ToString()));
            return isSafe && IsSafe(text());
        }

        var isText = true;
        for (var at = 0; at < values.Count; at++)
        {
            // The template is one of them: where an author interpolates, it holds what the sender wrote.
            switch (values[at].Value)
            {
                case string value when !IsSafe(value):
                    return false;
                case null or string or bool:
                    break;
                // A character is a value that is formatted, and may be one that ends a line.
                case IFormattable and ValueType and not (char or System.Text.Rune):
                    break;
                default:
                    // Such as a list of texts.
                    isText = false;
                    break;
            }
        }

        return isText || IsSafe(text());
    }

    private static bool IsSafe(string? text) => text is null || ReferenceEquals(LogText.OneLine(text), text);

    private static object? Safe(object? value) =>
        value switch
        {
            string text => LogText.OneLine(text),
            char or System.Text.Rune => LogText.OneLine(value.ToString()),
            null or IFormattable and ValueType or bool => value,
            IEnumerable<string?> texts => texts.Select(LogText.OneLine).ToArray(),
            _ => value.ToString() is { } text && !IsSafe(text) ? LogText.OneLine(text) : value,
        };
}
