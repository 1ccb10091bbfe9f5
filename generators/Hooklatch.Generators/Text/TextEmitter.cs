using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Text;

/// <summary>Writes how text becomes a value: one call on the runtime's <c>TextValue</c>.</summary>
internal static class TextEmitter
{
    private const string Readers = "global::Hooklatch.Binding.Text.";

    /// <summary>The call, without the value that it is made on.</summary>
    public static string Call(TextModel text, bool isOptional, string? otherwise) =>
        text switch
        {
            { Shape: TextShape.Raw } => Choose("Values", "", text.IsNullableValue, isOptional, otherwise),
            { Shape: TextShape.One, Reader: TextReading.String } => Choose("Text", "", false, isOptional, otherwise),
            { Shape: TextShape.One, Reader: TextReading.Parsable } => Choose(
                "Parse",
                $"<{text.ParsedTypeName}>",
                text.IsNullableValue,
                isOptional,
                otherwise
            ),
            { Shape: TextShape.One, Reader: TextReading.Member } => Choose(
                "Member",
                $"<{text.ParsedTypeName}>",
                text.IsNullableValue,
                isOptional,
                otherwise
            ),
            { Shape: TextShape.One } => Choose(
                "Read",
                $"<{text.ParsedTypeName}, {Reader(text)}>",
                text.IsNullableValue,
                isOptional,
                otherwise
            ),
            _ => Choose(
                text.Shape is TextShape.List ? "List" : "All",
                $"<{text.ValueTypeName}, {ElementReader(text)}>",
                false,
                isOptional,
                otherwise
            ),
        };

    /// <summary>The readers of an author's own types with <c>TryParse</c>, one nested type each.</summary>
    public static void EmitReaders(SourceWriter writer, IEnumerable<TextModel> texts)
    {
        foreach (var text in texts.Where(text => IsOwn(text.Reader)).GroupBy(text => text.ParsedTypeName).Select(group => group.First()))
        {
            var provider =
                text.Reader is TextReading.TryParseWithProvider ? "global::System.Globalization.CultureInfo.InvariantCulture, " : "";
            writer.Line();
            using (writer.Braces($"private readonly struct {OwnReader(text)} : {Readers}ITextReader<{text.ParsedTypeName}>"))
            {
                writer.Line(
                    $"""
                    public static bool TryRead(string text, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {text.ParsedTypeName} value) =>
                        {text.ParsedTypeName}.TryParse(text, {provider}out value);
                    """
                );
            }
        }
    }

    private static string Choose(string method, string type, bool isNullableValue, bool isOptional, string? otherwise) =>
        !isOptional ? $"{method}{type}()"
        : isNullableValue && otherwise is null or "null" ? $"{method}OrNull{type}()"
        : $"{method}Or{type}({otherwise ?? "null"})";

    private static string ElementReader(TextModel text) =>
        text.IsNullableValue ? $"{Readers}OrNull<{text.ParsedTypeName}, {Reader(text)}>" : Reader(text);

    private static string Reader(TextModel text) =>
        text.Reader switch
        {
            TextReading.String => Readers + "Plain",
            TextReading.Parsable => $"{Readers}Parsed<{text.ParsedTypeName}>",
            TextReading.Member => $"{Readers}Member<{text.ParsedTypeName}>",
            TextReading.Uri => Readers + "Address",
            _ => OwnReader(text),
        };

    private static bool IsOwn(TextReading reader) => reader is TextReading.TryParse or TextReading.TryParseWithProvider;

    private static string OwnReader(TextModel text)
    {
        const string Global = "global::";
        var name = new System.Text.StringBuilder();
        foreach (var c in text.ParsedTypeName.Replace(Global, ""))
        {
            // A part of a name begins with no digit: A.B_C and A_B.C are told apart.
            _ = c == '_' ? name.Append("_0") : name.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return $"{name}_Reader";
    }
}
