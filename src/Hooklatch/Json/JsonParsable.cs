using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Any other type that parses itself from the text of a JSON string, in the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonParsable<T> : IJsonScalar<JsonParsable<T>, T>
    where T : IParsable<T>
{
    static string IJsonScalar<JsonParsable<T>, T>.Expected => $"Expected a {typeof(T).Name}.";

    static bool IJsonScalar<JsonParsable<T>, T>.TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && T.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out value);
    }
}
