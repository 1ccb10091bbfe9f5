using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>HL0007: adds the property, as a secret, to the class where the path ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddSecretFix() : HooklatchCodeFix(Descriptors.UnknownConfigProperty)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Text is not { } path)
        {
            yield break;
        }

        var found = SecretPath.Follow(finding.Index, path);
        if (
            !found.IsReadOnly
            && SyntaxFacts.IsValidIdentifier(found.Segment)
            && found.Scope?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ClassDeclarationSyntax config
        )
        {
            // The title leaves the name out: a literal path may end in a secret.
            yield return finding.ReplaceAnywhere(
                $"Add the [Secret] property to {config.Identifier.ValueText}",
                config,
                () => Open(config).AddMembers(Secret(found.Segment, isFirst: config.Members.Count == 0))
            );
        }
    }

    private static MemberDeclarationSyntax Secret(string name, bool isFirst) =>
        SyntaxFactory
            .ParseMemberDeclaration(
                $$"""
                [global::Hooklatch.Secret]
                public string? {{name}} { get; init; }

                """
            )!
            .WithLeadingTrivia(isFirst ? default : SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);

    /// <summary>A class with a body: <c>class C;</c> has none to add to.</summary>
    private static ClassDeclarationSyntax Open(ClassDeclarationSyntax type) =>
        type.SemicolonToken.IsKind(SyntaxKind.None)
            ? type
            : type.WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.GetTrailingTrivia()))
                .WithAdditionalAnnotations(Formatter.Annotation);
}
