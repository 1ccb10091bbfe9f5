using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Integers of every size: digits only, so neither <c>1.0</c> nor <c>1e2</c>, as in System.Text.Json.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonInteger<T> : IJsonScalar<JsonInteger<T>, T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    static string IJsonScalar<JsonInteger<T>, T>.Expected =>
        string.Create(CultureInfo.InvariantCulture, $"Expected an integer from {T.MinValue} to {T.MaxValue}.");

    private static NumberStyles Style => T.IsZero(T.MinValue) ? NumberStyles.None : NumberStyles.AllowLeadingSign;

    static bool IJsonScalar<JsonInteger<T>, T>.TryRead(ref Utf8JsonReader reader, out T value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number && T.TryParse(reader.ValueSpan, Style, CultureInfo.InvariantCulture, out value);
    }
}
