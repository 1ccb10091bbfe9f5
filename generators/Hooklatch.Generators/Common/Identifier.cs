using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Common;

internal static class Identifier
{
    /// <summary>A name that may be a keyword of the language.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
}
