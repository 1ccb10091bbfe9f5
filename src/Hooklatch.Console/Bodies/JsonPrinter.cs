using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Hooklatch.Console.Bodies;

/// <summary>
/// Writes JSON with line breaks from the exact bytes: every number, every escape and every member as it was sent, repeated ones too. Nothing is converted on
/// the way but what is masked.
/// </summary>
/// <param name="mask">Masks secrets.</param>
/// <param name="text">Receives the text.</param>
internal sealed class JsonPrinter(SecretMask mask, BoundedText text)
{
    /// <summary>How deep a document is shown.</summary>
    public const int MaxDepth = 64;

    /// <summary>As long as a whole text may be, in bytes that are three of a character.</summary>
    private const int MaxValue = 3 * BoundedText.MaxShown;

    /// <summary>Which open objects and arrays stand below the name of a secret, so that all of their values are.</summary>
    private readonly bool[] _isSecret = new bool[MaxDepth + 1];
    private int _depth;
    private bool _isFirst = true;
    private bool _isAfterName;
    private bool _isSecretNext;

    /// <summary>Writes a document.</summary>
    /// <returns>Whether it is one; where not, what was written says nothing.</returns>
    public bool TryPrint(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            // Also behind what is shown: a document that is damaged at its end is none.
            while (reader.Read())
            {
                if (!text.IsFull)
                {
                    Write(ref reader);
                }
                else
                {
                    text.Cut();
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Write(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Begin();
                var name = Written(ref reader);
                text.Append('"');
                text.Append(name);
                text.Append("\": ");
                _isAfterName = true;
                _isSecretNext = mask.Hides(JsonEscapes.Unescape(name));
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _depth--;
                if (!_isFirst)
                {
                    text.Line(_depth);
                }

                text.Append(reader.TokenType is JsonTokenType.EndObject ? '}' : ']');
                _isFirst = false;
                break;
            default:
                Value(ref reader);
                break;
        }
    }

    private void Open(ref Utf8JsonReader reader)
    {
        var isObject = reader.TokenType is JsonTokenType.StartObject;
        var isSecret = IsSecret;
        Begin();
        if (_depth == MaxDepth)
        {
            text.Append(isObject ? "{ … }" : "[ … ]");
            text.Cut();
            reader.Skip();
            _isFirst = false;
            return;
        }

        text.Append(isObject ? '{' : '[');
        _isSecret[++_depth] = isSecret;
        _isFirst = true;
    }

    /// <summary>Whether the next value belongs to the name of a secret.</summary>
    private bool IsSecret => _isSecret[_depth] || (_isAfterName && _isSecretNext);

    private void Value(ref Utf8JsonReader reader)
    {
        var isSecret = IsSecret;
        Begin();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                text.Append('"');
                text.Append(isSecret && reader.ValueSpan.Length > 0 ? mask.Hide() : Masked(Written(ref reader)));
                text.Append('"');
                break;
            case JsonTokenType.Number when isSecret:
                text.Append('"');
                text.Append(mask.Hide());
                text.Append('"');
                break;
            default:
                text.Append(Written(ref reader));
                break;
        }

        _isFirst = false;
    }

    /// <summary>A key is found also where it is written by escapes. A value without one is shown as it was sent.</summary>
    private string Masked(string written)
    {
        var value = JsonEscapes.Unescape(written);
        var shown = mask.InValue(value);
        return ReferenceEquals(shown, value) ? written : JsonEscapes.Escape(shown);
    }

    /// <summary>What goes before a name or a value.</summary>
    private void Begin()
    {
        if (_isAfterName)
        {
            _isAfterName = false;
            return;
        }

        if (_depth > 0)
        {
            if (!_isFirst)
            {
                text.Append(',');
            }

            text.Line(_depth);
        }

        _isFirst = false;
    }

    /// <summary>What is longer than the text may be is not looked at: a stranger writes it, and it is cut anyway.</summary>
    private string Written(ref Utf8JsonReader reader)
    {
        var span = reader.ValueSpan;
        if (span.Length <= MaxValue)
        {
            return Encoding.UTF8.GetString(span);
        }

        var end = MaxValue;
        // Neither within a character nor within an escape.
        while ((span[end] & 0xC0) == 0x80)
        {
            end--;
        }

        var escape = span[(end - 12)..end].LastIndexOf((byte)'\\');
        end -= escape >= 0 ? 12 - escape : 0;
        end -= span[end - 1] == (byte)'\\' ? 1 : 0;
        text.Cut();
        return Encoding.UTF8.GetString(span[..end]);
    }
}
