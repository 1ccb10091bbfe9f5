using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Emit;

/// <summary>The one way for a user's strings and names into emitted code.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A literal of the string's UTF-8 bytes.</summary>
    public static string Utf8Literal(string text) => Literal(text) + "u8";

    /// <summary>An identifier, escaped if it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;
}
