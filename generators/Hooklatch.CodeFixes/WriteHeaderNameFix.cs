using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>HL0075: writes a header's name without colon and spaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class WriteHeaderNameFix() : RewriteTextFix(Descriptors.InvalidHeaderName)
{
    protected override string? Meant(string text) => HttpHeaderName.Meant(text);
}
