using System.ComponentModel;
using System.Text.Json;

namespace Hooklatch.Binding.Json;

/// <summary><c>true</c> and <c>false</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonBoolean : IJsonScalar<bool>
{
    static string IJsonScalar<bool>.Expected => "Expected a boolean.";

    static bool IJsonScalar<bool>.TryRead(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }
}
