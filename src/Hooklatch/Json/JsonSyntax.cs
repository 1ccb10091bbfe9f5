using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hooklatch.Http;

namespace Hooklatch.Json;

/// <summary>
/// The grammar of RFC 8259 for what nobody asked for. Most of a payload is passed over, so this is where its time goes: every method takes where
/// to begin and gives where to go on, or <see cref="Malformed"/>, and keeps nothing. The text is known to be UTF-8.
/// </summary>
internal static class JsonSyntax
{
    public const int Malformed = -1;

    /// <summary>Passes over a value.</summary>
    /// <param name="json">The document.</param>
    /// <param name="at">The value's first byte.</param>
    /// <param name="depth">How many objects and arrays are open.</param>
    /// <param name="names">Receives the names; <see langword="null"/> where the rule of <see cref="JsonRule"/> does not count.</param>
    public static int Value(ReadOnlySpan<byte> json, int at, int depth, JsonNames? names = null) =>
        ByteAt(json, at) switch
        {
            (byte)'"' => String(json, at + 1, names is not null),
            (byte)'{' => Object(json, at + 1, depth, names),
            (byte)'[' => Array(json, at + 1, depth, names),
            (byte)'t' => Literal(json, at, "true"u8),
            (byte)'f' => Literal(json, at, "false"u8),
            (byte)'n' => Literal(json, at, "null"u8),
            _ => Number(json, at),
        };

    /// <summary>Passes over the rest of an object.</summary>
    /// <param name="json">The document.</param>
    /// <param name="at">Behind the opening brace.</param>
    /// <param name="depth">How many objects and arrays are open around it.</param>
    /// <param name="names">As in <see cref="Value"/>.</param>
    public static int Object(ReadOnlySpan<byte> json, int at, int depth, JsonNames? names = null)
    {
        if (depth >= WebhookJson.MaxDepth)
        {
            return Malformed;
        }

        at = Blank(json, at);
        if (ByteAt(json, at) == (byte)'}')
        {
            return at + 1;
        }

        names?.Open();
        at = Members(json, at, depth, lengths: 0, out _, names);
        return names is not null && at >= 0 && names.Close(json) ? Malformed : at;
    }

    /// <summary>Passes over the rest of an array.</summary>
    /// <param name="json">The document.</param>
    /// <param name="at">Behind the opening bracket.</param>
    /// <param name="depth">How many objects and arrays are open around it.</param>
    /// <param name="names">As in <see cref="Value"/>.</param>
    public static int Array(ReadOnlySpan<byte> json, int at, int depth, JsonNames? names = null)
    {
        if (depth >= WebhookJson.MaxDepth)
        {
            return Malformed;
        }

        at = Blank(json, at);
        return ByteAt(json, at) == (byte)']' ? at + 1 : Elements(json, at, depth, names);
    }

    /// <summary>Passes over the members that follow one another, and the brace behind them; or up to a name that may be asked for.</summary>
    /// <param name="json">The document.</param>
    /// <param name="at">The first name.</param>
    /// <param name="depth">How many objects and arrays are open around the object.</param>
    /// <param name="lengths">The lengths of names that are asked for, as in <see cref="JsonMembers"/>; 0 where none is.</param>
    /// <param name="isName">Whether the result is such a name's opening quote, and not behind the brace.</param>
    /// <param name="names">As in <see cref="Value"/>; the object is open in it.</param>
    public static int Members(ReadOnlySpan<byte> json, int at, int depth, ulong lengths, out bool isName, JsonNames? names = null)
    {
        isName = false;
        while (ByteAt(json, at) == (byte)'"')
        {
            var name = at + 1;
            var end = PlainText(json, name);
            var isPlain = ByteAt(json, end) == (byte)'"';
            // How long a name is that is written with escapes, whoever unescapes it will see.
            if (lengths != 0 && (!isPlain || JsonMembers.Has(lengths, end - name)))
            {
                isName = true;
                return at;
            }

            at = isPlain ? end + 1 : StringWithEscapes(json, end, names is not null);
            if (at < 0)
            {
                return Malformed;
            }

            names?.Add(json, name, at - 1, isPlain);
            at = Colon(json, at);
            at = at < 0 ? Malformed : Value(json, at, depth + 1, names);
            if (at < 0)
            {
                return Malformed;
            }

            at = Blank(json, at);
            var next = ByteAt(json, at);
            if (next != (byte)',')
            {
                return next == (byte)'}' ? at + 1 : Malformed;
            }

            at = Blank(json, at + 1);
        }

        return Malformed;
    }

    /// <summary>Passes over the elements that follow one another, and the bracket behind them.</summary>
    /// <param name="json">The document.</param>
    /// <param name="at">The first element.</param>
    /// <param name="depth">How many objects and arrays are open around the array.</param>
    /// <param name="names">As in <see cref="Value"/>.</param>
    private static int Elements(ReadOnlySpan<byte> json, int at, int depth, JsonNames? names)
    {
        while (true)
        {
            at = Value(json, at, depth + 1, names);
            if (at < 0)
            {
                return Malformed;
            }

            at = Blank(json, at);
            var next = ByteAt(json, at);
            if (next != (byte)',')
            {
                return next == (byte)']' ? at + 1 : Malformed;
            }

            at = Blank(json, at + 1);
        }
    }

    /// <summary>Passes over what divides a name from its value.</summary>
    /// <returns>The value's first byte.</returns>
    public static int Colon(ReadOnlySpan<byte> json, int at)
    {
        at = Blank(json, at);
        return ByteAt(json, at) == (byte)':' ? Blank(json, at + 1) : Malformed;
    }

    /// <summary>Passes over a string.</summary>
    /// <param name="json">The document.</param>
    /// <param name="at">Behind the opening quote.</param>
    /// <param name="isText">Whether an escaped surrogate without its other half is malformed.</param>
    public static int String(ReadOnlySpan<byte> json, int at, bool isText = false)
    {
        at = PlainText(json, at);
        return ByteAt(json, at) == (byte)'"' ? at + 1 : StringWithEscapes(json, at, isText);
    }

    private static int StringWithEscapes(ReadOnlySpan<byte> json, int at, bool isText)
    {
        var first = at;
        while (true)
        {
            switch (ByteAt(json, at))
            {
                case (byte)'"':
                    return isText && JsonSurrogates.HasLone(json[first..at]) ? Malformed : at + 1;
                case (byte)'\\':
                    at = Escape(json, at + 1);
                    if (at < 0)
                    {
                        return Malformed;
                    }

                    at = PlainText(json, at);
                    break;
                default:
                    // A control character, or the end.
                    return Malformed;
            }
        }
    }

    /// <summary>Passes over characters that stand for themselves, to the next quote, backslash or control character, or to the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlainText(ReadOnlySpan<byte> json, int at)
    {
        ref var first = ref MemoryMarshal.GetReference(json);
        for (; at <= json.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var text = Vector128.LoadUnsafe(ref first, (nuint)at);
            var special = (
                Vector128.Equals(text, Vector128.Create((byte)'"'))
                | Vector128.Equals(text, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(text, Vector128.Create((byte)0x1F)), text)
            ).ExtractMostSignificantBits();
            if (special != 0)
            {
                return at + BitOperations.TrailingZeroCount(special);
            }
        }

        return ShortText(json, at);
    }

    /// <summary>Near the end of the document.</summary>
    private static int ShortText(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
        {
            at++;
        }

        return at;
    }

    /// <summary>Passes over space, tab and line breaks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Blank(ReadOnlySpan<byte> json, int at) => ByteAt(json, at) > (byte)' ' ? at : Blanks(json, at);

    private static int Blanks(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>Passes over a number: neither leading zeros nor a point without digits.</summary>
    public static int Number(ReadOnlySpan<byte> json, int at)
    {
        at += ByteAt(json, at) == (byte)'-' ? 1 : 0;
        at = ByteAt(json, at) == (byte)'0' ? at + 1 : Digits(json, at);
        if (at >= 0 && ByteAt(json, at) == (byte)'.')
        {
            at = Digits(json, at + 1);
        }

        if (at >= 0 && ByteAt(json, at) is (byte)'e' or (byte)'E')
        {
            at += ByteAt(json, at + 1) is (byte)'+' or (byte)'-' ? 2 : 1;
            at = Digits(json, at);
        }

        return at;
    }

    public static int Literal(ReadOnlySpan<byte> json, int at, ReadOnlySpan<byte> literal) =>
        json[at..].StartsWith(literal) ? at + literal.Length : Malformed;

    /// <summary>The byte; 0, which is no part of the grammar, behind the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ByteAt(ReadOnlySpan<byte> json, int at) => (uint)at < (uint)json.Length ? json[at] : (byte)0;

    /// <summary>At least one digit.</summary>
    private static int Digits(ReadOnlySpan<byte> json, int at)
    {
        var first = at;
        while (ByteAt(json, at) is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return at > first ? at : Malformed;
    }

    /// <summary>What follows a backslash.</summary>
    private static int Escape(ReadOnlySpan<byte> json, int at)
    {
        const int HexDigits = 4;
        return ByteAt(json, at) switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => at + 1,
            (byte)'u' when IsHex(json, at + 1, HexDigits) => at + 1 + HexDigits,
            _ => Malformed,
        };
    }

    private static bool IsHex(ReadOnlySpan<byte> json, int at, int count)
    {
        for (var i = at; i < at + count; i++)
        {
            if (!char.IsAsciiHexDigit((char)ByteAt(json, i)))
            {
                return false;
            }
        }

        return true;
    }
}
