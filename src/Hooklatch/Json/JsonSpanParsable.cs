using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Any other type that parses itself from the characters of a JSON string, in the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonSpanParsable<T> : IJsonScalar<JsonSpanParsable<T>, T>
    where T : ISpanParsable<T>
{
    private const int MaxStackBytes = 128;

    static string IJsonScalar<JsonSpanParsable<T>, T>.Expected => $"Expected a {typeof(T).Name}.";

    static bool IJsonScalar<JsonSpanParsable<T>, T>.TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[MaxStackBytes];
        ReadOnlySpan<char> text = reader.ValueSpan.Length > MaxStackBytes ? reader.GetString() : buffer[..reader.CopyString(buffer)];
        return T.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
