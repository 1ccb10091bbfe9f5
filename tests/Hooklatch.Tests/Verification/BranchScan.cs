using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Tests.Verification;

/// <summary>Finds what makes the time of a method depend on its data: branches, and loops that end early.</summary>
internal static class BranchScan
{
    /// <summary>What decides in the methods of these names; that a loop goes on while it counts is no decision.</summary>
    public static string[] Find(string source, params string[] methods)
    {
        var found = CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(method => methods.Contains(method.Identifier.Text))
            .ToArray();
        Assert.Equal(methods.Order(), found.Select(method => method.Identifier.Text).Order());
        return
        [
            .. found.SelectMany(method =>
                method
                    .DescendantNodes()
                    .Where(IsDecision)
                    .Select(node => $"{method.Identifier.Text}: {node.ToString().Split('\n')[0].TrimEnd('\r')}")
            ),
        ];
    }

    private static bool IsDecision(SyntaxNode node) =>
        node
            is IfStatementSyntax
                or SwitchStatementSyntax
                or SwitchExpressionSyntax
                or ConditionalExpressionSyntax
                or ConditionalAccessExpressionSyntax
                or IsPatternExpressionSyntax
                or WhileStatementSyntax
                or DoStatementSyntax
                or BreakStatementSyntax
                or ContinueStatementSyntax
                or GotoStatementSyntax
                or TryStatementSyntax
                or ThrowExpressionSyntax
                or ThrowStatementSyntax
        || node.IsKind(SyntaxKind.LogicalAndExpression)
        || node.IsKind(SyntaxKind.LogicalOrExpression)
        || node.IsKind(SyntaxKind.CoalesceExpression)
        // No comparison gives a mask; the runtime may make a branch of it.
        || (node is BinaryExpressionSyntax comparison && IsComparison(comparison) && node.Parent is not ForStatementSyntax);

    private static bool IsComparison(BinaryExpressionSyntax expression) =>
        expression.Kind()
            is SyntaxKind.EqualsExpression
                or SyntaxKind.NotEqualsExpression
                or SyntaxKind.LessThanExpression
                or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression
                or SyntaxKind.GreaterThanOrEqualExpression;
}
