using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0001: writes the slash.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddSlashFix() : HooklatchCodeFix(Descriptors.EndpointWithoutSlash)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Text is { } text)
        {
            yield return finding.Replace(
                "Start the endpoint with '/'",
                finding.Node,
                () =>
                    finding.Node is LiteralExpressionSyntax
                        ? finding.Generator.LiteralExpression("/" + text).WithTriviaFrom(finding.Node)
                        : finding.Generator.AddExpression(finding.Generator.LiteralExpression("/"), finding.Node)
            );
        }
    }
}
