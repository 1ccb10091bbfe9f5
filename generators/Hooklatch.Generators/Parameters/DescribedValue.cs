using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Parameters;

/// <summary>Writes a value that the sender gives: its name, its type, and what else is known of it.</summary>
internal static class DescribedValue
{
    public static string Of(
        string name,
        string type,
        bool isOptional,
        bool isList = false,
        string? otherwise = null,
        string? names = null,
        bool isNoCredential = false,
        bool isAlternative = false
    )
    {
        string?[] settings =
        [
            otherwise is null or "null" or "null!" or "default" ? null : $"Default = {otherwise}",
            names is null ? null : $"OneOf = {names}",
            isNoCredential ? "IsNoCredential = true" : null,
            isAlternative ? "IsAlternative = true" : null,
        ];
        var given = string.Join(", ", settings.OfType<string>());
        var flags = $"{(isOptional ? ", isOptional: true" : "")}{(isList ? ", isList: true" : "")}";
        return $"new ValueDescription({Literal.String(name)}, typeof({type}){flags}){(given.Length == 0 ? "" : $" {{ {given} }}")}";
    }

    public static string OfText(string name, TextModel text, bool isOptional, string? otherwise, bool isNoCredential = false)
    {
        var isList = text.Shape is not TextShape.One;
        var names = text.Reader is TextReading.Member ? $"global::System.Enum.GetNames<{text.ParsedTypeName}>()" : null;
        // Where no value of a list is sent, the list is empty.
        return Of(
            name,
            isList && text.Shape is TextShape.Raw ? "string" : text.ParsedTypeName,
            isOptional || isList,
            isList,
            otherwise,
            names,
            isNoCredential
        );
    }

    public static string OfFile(string name, bool isOptional, bool isList) =>
        Of(name, "global::Microsoft.AspNetCore.Http.IFormFile", isOptional, isList);
}
