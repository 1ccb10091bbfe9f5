using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.FromJson;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>HL0079: writes a JSON path with dots, or with <c>[*]</c> for each element.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class WritePathFix() : RewriteTextFix(Descriptors.UnlikelyPath)
{
    protected override string? Meant(string text) =>
        JsonPathMeaning.Of(text) ?? (JsonPathParser.Parse(text, out _) is { } path ? JsonPathMeaning.OfEachElement(path) : null);
}
