using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>Replaces a text by the one that was probably meant.</summary>
internal abstract class RewriteTextFix(DiagnosticDescriptor descriptor) : HooklatchCodeFix(descriptor)
{
    /// <summary>The text that was probably meant; <see langword="null"/> where nothing is likely.</summary>
    protected abstract string? Meant(string text);

    protected sealed override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        var literal =
            finding.Node as LiteralExpressionSyntax ?? (finding.Node as AttributeArgumentSyntax)?.Expression as LiteralExpressionSyntax;
        if (literal is { Token.Value: string text } && Meant(text) is { } meant)
        {
            yield return finding.Replace(
                $"Write '{meant}'",
                literal,
                () => finding.Generator.LiteralExpression(meant).WithTriviaFrom(literal)
            );
        }
    }
}
