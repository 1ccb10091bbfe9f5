using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>A plugin's <c>[PluginServices]</c> method, to which a fix adds a call.</summary>
internal static class ServicesMethod
{
    /// <summary>The method of a type, if it has one that can be extended.</summary>
    public static MethodDeclarationSyntax? In(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => IsOne(method, model, cancellation));

    /// <summary>The first method of the plugin, wherever it stands.</summary>
    public static MethodDeclarationSyntax? Anywhere(Compilation compilation, CancellationToken cancellation) =>
        compilation
            .SyntaxTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
            .SelectMany(tree =>
                tree.GetRoot(cancellation)
                    .DescendantNodes()
                    .OfType<MethodDeclarationSyntax>()
                    .Where(method => method.AttributeLists.Count > 0 && IsOne(method, compilation.GetSemanticModel(tree), cancellation))
            )
            .FirstOrDefault();

    /// <summary>A method of its own for a call.</summary>
    public static MethodDeclarationSyntax New(Finding finding, Func<string, ExpressionSyntax> call)
    {
        var method = (MethodDeclarationSyntax)
            SyntaxFactory.ParseMemberDeclaration("[PluginServices]\npublic static void Configure(IServiceCollection services) => call;\n")!;
        return method
            .ReplaceNodes(
                new SyntaxNode[] { method.ParameterList.Parameters[0].Type!, method.ExpressionBody!.Expression },
                (node, _) =>
                    node is TypeSyntax && node.Parent is ParameterSyntax ? finding.TypeName(Names.ServiceCollection) : call("services")
            )
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }

    /// <summary>The method with one more call; an expression becomes the first of two.</summary>
    public static MethodDeclarationSyntax Extended(MethodDeclarationSyntax method, Func<string, ExpressionSyntax> call)
    {
        var services = method.ParameterList.Parameters[0].Identifier.Text;
        var statement = SyntaxFactory.ExpressionStatement(call(services)).WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        var body =
            method.Body?.AddStatements(statement)
            ?? SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(method.ExpressionBody!.Expression), statement);
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool IsOne(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(method, cancellation) is { } symbol
        && symbol.Attribute(Names.PluginServices) is not null
        && (method.Body is not null || method.ExpressionBody is not null)
        && method.ParameterList.Parameters.Count > 0;
}
