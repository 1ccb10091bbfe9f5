using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hooklatch.Generators.Common;

/// <summary>What a file says outside of the bodies of its methods and constructors.</summary>
internal static class DeclaredText
{
    /// <summary>Whether two versions of a file differ in such bodies at most.</summary>
    public static bool IsSame(SyntaxTree one, SyntaxTree other, CancellationToken cancellation)
    {
        if (one.FilePath != other.FilePath || !one.Options.Equals(other.Options))
        {
            return false;
        }

        var (text, otherText) = (one.GetText(cancellation), other.GetText(cancellation));
        var (bodies, otherBodies) = (BodiesOf(one, cancellation), BodiesOf(other, cancellation));
        if (bodies.Count != otherBodies.Count)
        {
            return false;
        }

        var (at, otherAt) = (0, 0);
        for (var i = 0; i < bodies.Count; i++)
        {
            if (!IsSame(text, at, bodies[i].Start, otherText, otherAt, otherBodies[i].Start))
            {
                return false;
            }

            (at, otherAt) = (bodies[i].End, otherBodies[i].End);
        }

        return IsSame(text, at, text.Length, otherText, otherAt, otherText.Length);
    }

    private static bool IsSame(SourceText text, int start, int end, SourceText otherText, int otherStart, int otherEnd) =>
        end - start == otherEnd - otherStart
        && text.ToString(TextSpan.FromBounds(start, end)) == otherText.ToString(TextSpan.FromBounds(otherStart, otherEnd));

    /// <summary>
    /// Where the bodies are, in order, without the braces and the arrows that say that there is one. A body that swallows what follows it, for want of a
    /// brace, shows by what is missing behind it.
    /// </summary>
    private static List<TextSpan> BodiesOf(SyntaxTree file, CancellationToken cancellation)
    {
        var bodies = new List<TextSpan>();
        foreach (var node in file.GetRoot(cancellation).DescendantNodes(MayHoldMethods))
        {
            if (node is BaseMethodDeclarationSyntax method && BodyOf(method) is { } body)
            {
                bodies.Add(body);
            }
        }

        return bodies;
    }

    private static bool MayHoldMethods(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static TextSpan? BodyOf(BaseMethodDeclarationSyntax method) =>
        method switch
        {
            // A directive, such as #nullable, holds beyond the body that it stands in, and so is not part of it.
            { Body: { ContainsDirectives: false } block } => TextSpan.FromBounds(
                block.OpenBraceToken.Span.End,
                block.CloseBraceToken.SpanStart
            ),
            { ExpressionBody: { ContainsDirectives: false } body, SemicolonToken: { ContainsDirectives: false } end } =>
                TextSpan.FromBounds(body.ArrowToken.Span.End, end.SpanStart),
            _ => null,
        };
}
