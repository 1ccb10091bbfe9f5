using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>
/// What a provider calls something: text, or a number or boolean as it is written. Ids and timestamps come as either.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonIdentifier : IJsonScalar<JsonIdentifier, string>
{
    static string IJsonScalar<JsonIdentifier, string>.Expected => "Expected a string, a number or a boolean.";

    static bool IJsonScalar<JsonIdentifier, string>.TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        return value is not null;
    }
}
