using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0076: writes the method that was meant, or leaves out an empty list of methods.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class WriteMethodFix() : HooklatchCodeFix(Descriptors.UnusualMethod)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        var literal = finding.Node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().FirstOrDefault();
        if (literal is { Token.Value: string text })
        {
            if (HttpMethodName.Meant(text) is { } meant)
            {
                yield return finding.Replace(
                    $"Write '{meant}'",
                    literal,
                    () => finding.Generator.LiteralExpression(meant).WithTriviaFrom(literal)
                );
            }
        }
        else if (finding.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax attribute } argument)
        {
            yield return finding.Replace("Answer every method", attribute, () => attribute.Without(argument));
        }
    }
}
