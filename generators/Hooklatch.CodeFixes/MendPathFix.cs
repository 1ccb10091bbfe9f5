using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.FromJson;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>HL0025: writes a JSON path in the words of <c>[FromJson]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MendPathFix() : RewriteTextFix(Descriptors.MalformedPath)
{
    protected override string? Meant(string text) => JsonPathMeaning.Of(text);
}
