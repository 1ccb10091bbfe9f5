using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Floating-point and decimal numbers. What overflows is rejected; System.Text.Json would make it infinite.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonNumber<T> : IJsonScalar<JsonNumber<T>, T>
    where T : struct, INumber<T>
{
    static string IJsonScalar<JsonNumber<T>, T>.Expected => "Expected a number.";

    static bool IJsonScalar<JsonNumber<T>, T>.TryRead(ref Utf8JsonReader reader, out T value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number
            && T.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && T.IsFinite(value);
    }
}
