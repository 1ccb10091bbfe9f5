using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Types that a JSON string holds, other than dates and times.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonText
{
    /// <summary>One UTF-16 code unit.</summary>
    public readonly struct Character : IJsonScalar<Character, char>
    {
        private const int MaxEscapedLength = 12;

        static string IJsonScalar<Character, char>.Expected => "Expected a single character.";

        static bool IJsonScalar<Character, char>.TryRead(ref Utf8JsonReader reader, out char value)
        {
            value = default;
            if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > MaxEscapedLength)
            {
                return false;
            }

            Span<char> text = stackalloc char[MaxEscapedLength];
            var length = reader.CopyString(text);
            value = text[0];
            return length == 1;
        }
    }

    /// <summary>Hexadecimal digits in the five groups of RFC 9562, without braces.</summary>
    public readonly struct Uuid : IJsonScalar<Uuid, System.Guid>
    {
        static string IJsonScalar<Uuid, System.Guid>.Expected => "Expected a UUID.";

        static bool IJsonScalar<Uuid, System.Guid>.TryRead(ref Utf8JsonReader reader, out System.Guid value)
        {
            value = default;
            return reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out value);
        }
    }

    /// <summary>A URI, absolute or relative.</summary>
    public readonly struct Uri : IJsonScalar<Uri, System.Uri>
    {
        static string IJsonScalar<Uri, System.Uri>.Expected => "Expected a URI.";

        static bool IJsonScalar<Uri, System.Uri>.TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out System.Uri value)
        {
            value = null;
            return reader.TokenType == JsonTokenType.String
                && System.Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out value);
        }
    }

    /// <summary>Bytes in Base64.</summary>
    public readonly struct Base64 : IJsonScalar<Base64, byte[]>
    {
        static string IJsonScalar<Base64, byte[]>.Expected => "Expected a Base64 string.";

        static bool IJsonScalar<Base64, byte[]>.TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out byte[] value)
        {
            value = null;
            return reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out value);
        }
    }
}
