using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Hooklatch.Binding.Json;

/// <summary>Runs the one pass over a payload that fills everything a handler takes from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonProjection
{
    /// <summary>How deep a document may be nested.</summary>
    public const int MaxDepth = 64;

    internal const string Missing = "Required value is missing.";
    internal const string Duplicate = "Duplicate property.";
    internal const string ExpectedArray = "Expected an array.";
    internal const string ExpectedObject = "Expected an object.";

    /// <summary>Reads the payload and validates the document to its end.</summary>
    /// <typeparam name="TPayload">The generated payload.</typeparam>
    /// <param name="body">The raw body.</param>
    /// <param name="payload">Receives the values.</param>
    /// <returns>False if the body is not one well-formed JSON document in UTF-8; nothing is thrown.</returns>
    public static bool TryRead<TPayload>(ReadOnlySpan<byte> body, ref TPayload payload)
        where TPayload : struct, IJsonPayload
    {
        if (!TryBegin(body, out var cursor))
        {
            return false;
        }

        try
        {
            payload.Read(ref cursor);
            return End(ref cursor);
        }
        catch (InvalidOperationException)
        {
            // The answer to an escaped surrogate without its other half, once a name or string is unescaped.
            return false;
        }
    }

    // What does not depend on the payload, and so stands in a binary once and not with each.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryBegin(ReadOnlySpan<byte> body, out JsonCursor cursor)
    {
        if (!Utf8.IsValid(body))
        {
            cursor = default;
            return false;
        }

        // Neither comments nor trailing commas, a byte order mark or text after the document.
        cursor = new JsonCursor(body);
        cursor.Read();
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool End(ref JsonCursor cursor)
    {
        cursor.Skip();
        return cursor.IsComplete;
    }
}
