using Hooklatch.Generators.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>A property that a configuration class lacks.</summary>
internal static class ConfigMember
{
    /// <param name="config">The class.</param>
    /// <param name="name">The property.</param>
    /// <param name="argument">The argument of an attribute that names it, which says what it holds.</param>
    public static ClassDeclarationSyntax AddTo(ClassDeclarationSyntax config, string name, string argument) =>
        Open(config).AddMembers(Property(name, argument, isFirst: config.Members.Count == 0));

    private static MemberDeclarationSyntax Property(string name, string argument, bool isFirst)
    {
        var attribute = SecretChecks.IsSecret(argument) ? "[global::Hooklatch.Secret]\n" : "";
        var type = argument == SecretChecks.Configuration ? "string[]" : "string";
        return SyntaxFactory
            .ParseMemberDeclaration($"{attribute}public {type}? {name} {{ get; init; }}\n")!
            .WithLeadingTrivia(isFirst ? default : SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }

    /// <summary>A class with a body: <c>class C;</c> has none to add to.</summary>
    private static ClassDeclarationSyntax Open(ClassDeclarationSyntax type) =>
        type.SemicolonToken.IsKind(SyntaxKind.None)
            ? type
            : type.WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.GetTrailingTrivia()))
                .WithAdditionalAnnotations(Formatter.Annotation);
}
