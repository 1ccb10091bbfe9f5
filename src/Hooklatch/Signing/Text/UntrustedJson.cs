using System.Text.Json;

namespace Hooklatch.Signing.Text;

/// <summary>
/// Reads JSON of somebody else's. It never throws; what says something twice says nothing. What is not verified yet is read up to 1 MiB only: a
/// document takes many times its length in memory, and anyone can send one.
/// </summary>
internal static class UntrustedJson
{
    /// <summary>The most bytes of a body that are taken apart before it is verified.</summary>
    public const int MaxUnverifiedBytes = 1 << 20;

    /// <summary>
    /// The most values, names and brackets of what is taken apart before it is verified, which cost far more than their bytes: a mebibyte of
    /// <c>1,1,…</c> has half a million. An envelope around a signature has a few dozen.
    /// </summary>
    public const int MaxUnverifiedTokens = 1024;

    /// <summary>The same for a list of notifications that are signed one by one, or of keys.</summary>
    public const int MaxUnverifiedTokensOfList = 4096;

    /// <summary>The most bytes of a handshake that nobody signed and that is answered all the same.</summary>
    public const int MaxUnsignedBytes = 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <param name="text">The text.</param>
    /// <param name="maxTokens">The most values, names and brackets.</param>
    /// <returns>
    /// The document; <see langword="null"/> where the text is no JSON object, too long or of too many tokens, or a name is repeated in one.
    /// </returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> text, int maxTokens = MaxUnverifiedTokens) =>
        text.Length > MaxUnverifiedBytes || HasTooManyTokens(text.Span, maxTokens) ? null : ParseVerified(text);

    /// <returns>The document; <see langword="null"/> where the text is no JSON object, or a name is repeated in one.</returns>
    public static JsonDocument? ParseVerified(ReadOnlyMemory<byte> text)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(text, Options);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                return document;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name that is no text.
        }

        document?.Dispose();
        return null;
    }

    /// <summary>Whether a text has too many tokens. It is read no further than to the last that may be, or to what is no JSON.</summary>
    private static bool HasTooManyTokens(ReadOnlySpan<byte> text, int maxTokens)
    {
        if (text.Length <= maxTokens)
        {
            return false;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        try
        {
            for (var tokens = 0; reader.Read(); tokens++)
            {
                if (tokens == maxTokens)
                {
                    return true;
                }
            }

            return false;
        }
        catch (JsonException)
        {
            // Not JSON, which does not have to be read again to know it.
            return true;
        }
    }

    /// <summary>The member of an object; an undefined element where there is none.</summary>
    public static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind is JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The text of a member; <see langword="null"/> where there is none, or it is no text.</summary>
    public static string? Text(JsonElement owner, string name) => Text(Member(owner, name));

    /// <summary>The text of an element; <see langword="null"/> where it is none.</summary>
    public static string? Text(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8.
            return null;
        }
    }

    /// <summary>The text, the digits or the word of an element as they were sent; <see langword="null"/> for anything else.</summary>
    public static string? Scalar(JsonElement element) =>
        element.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? element.GetRawText() : Text(element);
}
