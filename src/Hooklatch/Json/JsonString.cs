using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonString : IJsonScalar<JsonString, string>
{
    static string IJsonScalar<JsonString, string>.Expected => "Expected a string.";

    static bool IJsonScalar<JsonString, string>.TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out string value) =>
        (value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null) is not null;
}
