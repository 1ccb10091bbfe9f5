using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Hooklatch.CodeFixes;

/// <summary>HL0056: calls <c>AddValidation()</c> in the class's <c>[PluginServices]</c> method, or in a new one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddValidationFix() : HooklatchCodeFix(Descriptors.UncheckedRules)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            yield break;
        }

        var existing = type
            .Members.OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(method => IsServices(method, finding.Model, cancellation));
        yield return finding.Replace(
            "Add validation to the plugin's services",
            type,
            () => existing is null ? type.AddMembers(NewMethod(finding)) : type.ReplaceNode(existing, Extended(existing))
        );
    }

    private static bool IsServices(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(method, cancellation) is { } symbol
        && symbol.Attribute(Names.PluginServices) is not null
        && (method.Body is not null || method.ExpressionBody is not null);

    private static MethodDeclarationSyntax NewMethod(Finding finding)
    {
        var method = (MethodDeclarationSyntax)
            SyntaxFactory.ParseMemberDeclaration(
                "[PluginServices]\npublic static void Configure(IServiceCollection services) => services.AddValidation();\n"
            )!;
        var parameter = method.ParameterList.Parameters[0];
        return method
            .ReplaceNode(parameter.Type!, finding.TypeName(Names.ServiceCollection))
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The method with one more statement; an expression becomes the first of two.</summary>
    private static MethodDeclarationSyntax Extended(MethodDeclarationSyntax method)
    {
        var services = method.ParameterList.Parameters[0].Identifier.Text;
        var statement = SyntaxFactory.ParseStatement($"{services}.AddValidation();\n");
        var body =
            method.Body?.AddStatements(statement)
            ?? SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(method.ExpressionBody!.Expression), statement);
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
