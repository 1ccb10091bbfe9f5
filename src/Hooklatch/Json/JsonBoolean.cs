using System.ComponentModel;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary><c>true</c> and <c>false</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonBoolean : IJsonScalar<JsonBoolean, bool>
{
    static string IJsonScalar<JsonBoolean, bool>.Expected => "Expected a boolean.";

    static bool IJsonScalar<JsonBoolean, bool>.TryRead(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }
}
