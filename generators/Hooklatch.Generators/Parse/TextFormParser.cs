using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

/// <summary>Tells how the text of a header or query parameter becomes a value of a type.</summary>
internal static class TextFormParser
{
    /// <param name="type">The parameter's type.</param>
    /// <param name="form">How the text is read.</param>
    /// <param name="value">The type that one text is read as.</param>
    public static bool TryParse(ITypeSymbol type, out TextForm form, out ITypeSymbol value)
    {
        value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        if (value.Is(Names.StringValues))
        {
            form = TextForm.StringValues;
            return true;
        }

        var isArray = type is IArrayTypeSymbol { Rank: 1 };
        value = isArray ? ((IArrayTypeSymbol)type).ElementType : value;
        form =
            value.SpecialType is SpecialType.System_String ? (isArray ? TextForm.Texts : TextForm.Text)
            : value.TypeKind is TypeKind.Enum ? (isArray ? TextForm.MemberArray : TextForm.Member)
            : isArray ? TextForm.ParsedArray
            : TextForm.Parsed;
        return form is not (TextForm.Parsed or TextForm.ParsedArray) || IsParsable(value);
    }

    private static bool IsParsable(ITypeSymbol type) =>
        type.AllInterfaces.Any(candidate =>
            candidate.Is(Names.Parsable) && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type)
        );
}
