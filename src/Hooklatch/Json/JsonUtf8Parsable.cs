using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Any other type that parses itself from the UTF-8 of a JSON string, in the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonUtf8Parsable<T> : IJsonScalar<JsonUtf8Parsable<T>, T>
    where T : IUtf8SpanParsable<T>
{
    static string IJsonScalar<JsonUtf8Parsable<T>, T>.Expected => $"Expected a {typeof(T).Name}.";

    static bool IJsonScalar<JsonUtf8Parsable<T>, T>.TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String
            && T.TryParse(
                reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan,
                CultureInfo.InvariantCulture,
                out value
            );
    }
}
