using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0018: writes a method in capitals.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class UppercaseMethodFix() : HooklatchCodeFix(Descriptors.InvalidMethod)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding is { Node: LiteralExpressionSyntax, Text: { } text } && HttpMethodName.IsValid(text.ToUpperInvariant()))
        {
            var method = text.ToUpperInvariant();
            yield return finding.Replace(
                $"Write '{method}'",
                finding.Node,
                () => finding.Generator.LiteralExpression(method).WithTriviaFrom(finding.Node)
            );
        }
    }
}
