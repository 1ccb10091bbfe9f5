using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Enums by exact name, or by number as <c>JsonStringEnumConverter</c> accepts them.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNames">Its names.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonEnumValue<TEnum, TNames> : IJsonScalar<JsonEnumValue<TEnum, TNames>, TEnum>
    where TEnum : struct, Enum
    where TNames : struct, IJsonEnumNames<TEnum>
{
    static string IJsonScalar<JsonEnumValue<TEnum, TNames>, TEnum>.Expected => TNames.Expected;

    static bool IJsonScalar<JsonEnumValue<TEnum, TNames>, TEnum>.TryRead(ref Utf8JsonReader reader, out TEnum value)
    {
        value = default;
        return reader.TokenType switch
        {
            JsonTokenType.Number => TNames.TryReadNumber(ref reader, out value),
            JsonTokenType.String when reader.ValueIsEscaped => TNames.TryParse(Encoding.UTF8.GetBytes(reader.GetString()!), out value),
            JsonTokenType.String => TNames.TryParse(reader.ValueSpan, out value),
            _ => false,
        };
    }
}
